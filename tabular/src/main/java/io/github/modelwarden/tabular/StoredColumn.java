package io.github.modelwarden.tabular;

/**
 * A column as its file has it.
 *
 * @param name its name in the file
 * @param storage what the format says about its cells
 * @param typeName the format's name for the type, empty for a format without types
 */
record StoredColumn(String name, Storage storage, String typeName) {

    static StoredColumn ofCells(String name) {
        return new StoredColumn(name, Storage.CELLS, "");
    }
}
