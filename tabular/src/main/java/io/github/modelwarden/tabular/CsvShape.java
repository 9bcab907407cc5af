package io.github.modelwarden.tabular;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a CSV file is laid out.
 *
 * @param names the cells of the header
 * @param delimiter the separator between cells
 * @param length length of the header in bytes of the unpacked file, with its line end and what comes before
 * @param lines lines of the header with those before
 */
record CsvShape(List<String> names, char delimiter, int length, int lines) {

    private static final int HEAD = 1 << 20;
    private static final int RECORDS = 100;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** Reads the header; without a delimiter, takes the one that gives the first rows the same number of cells. */
    static CsvShape of(Path file, FileKind kind, Optional<Character> delimiter) {
        byte[] head = new byte[HEAD];
        int length;
        try (ByteSource source = ByteSource.open(file, kind.isPacked(), kind.start())) {
            length = source.read(head, 0, HEAD);
        }
        byte[] bytes = Arrays.copyOf(head, length);
        char separator = delimiter.orElseGet(() -> detected(file, bytes));
        return header(file, bytes, separator, kind.start());
    }

    private static char detected(Path file, byte[] head) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        char best = name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? '\t' : ',';
        double bestShare = 0;
        int bestCells = 1;
        for (char delimiter : DELIMITERS) {
            List<CsvRecord> records = CsvRecord.first(head, delimiter, RECORDS);
            int cells = records.isEmpty() ? 0 : records.get(0).cells().size();
            double share = cells <= 1 ? 0 : share(records, cells);
            if (share > bestShare || (share > 0 && share == bestShare && cells > bestCells)) {
                best = delimiter;
                bestShare = share;
                bestCells = cells;
            }
        }
        return best;
    }

    private static double share(List<CsvRecord> records, int cells) {
        long alike = records.stream()
                .filter(r -> r.isWhole() && r.cells().size() == cells)
                .count();
        return (double) alike / records.size();
    }

    private static CsvShape header(Path file, byte[] head, char delimiter, int start) {
        List<CsvRecord> records = CsvRecord.first(head, delimiter, 1);
        if (records.isEmpty()) {
            throw TabularException.of(file, "has no header line; expected the names of the columns in its first line");
        }
        CsvRecord header = records.get(0);
        if (!header.isWhole()) {
            throw TabularException.inLine(
                    file,
                    header.line(),
                    head.length < HEAD
                            ? "a quote in the header is not closed, or text follows a closing quote; correct the quotes"
                            : "the header is longer than " + HEAD + " bytes; probably a quote is not closed");
        }
        int invalid = Utf8.firstInvalid(head, 0, header.end());
        if (invalid >= 0) {
            throw TextReader.notUtf8(file, head[invalid], header.line(), (long) start + invalid);
        }
        List<String> names = new ArrayList<>();
        header.cells().forEach(cell -> names.add(new String(cell, StandardCharsets.UTF_8).trim()));
        int lines = (int) Lines.count(head, 0, header.end());
        return new CsvShape(List.copyOf(names), delimiter, start + header.end(), lines);
    }
}
