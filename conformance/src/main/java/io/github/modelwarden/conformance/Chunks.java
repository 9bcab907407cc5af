package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.List;

/** Cuts rows in order into chunks of a size, or into a number of chunks. */
final class Chunks {

    private Chunks() {}

    /**
     * The chunks that a case asks for: {@code chunk_size} rows each, or {@code chunk_number} of them. A shorter last one is
     * kept, dropped or added to the one before, as the case says; kept if it says nothing.
     *
     * @return the first row of each chunk and the row after its last
     */
    static List<int[]> of(Convention params, int rows) {
        int number = params.whole(0, "chunk_number", "chunk_count");
        int size = number > 0 ? Math.max(1, rows / number) : params.whole(0, "chunk_size");
        if (size < 1) {
            throw new Unanswerable("the case states neither chunk_size nor chunk_number");
        }
        List<int[]> chunks = new ArrayList<>();
        for (int from = 0; from < rows; from += size) {
            chunks.add(new int[] {from, Math.min(rows, from + size)});
        }
        String rest = params.text("incomplete") + params.text("last_chunk");
        int last = chunks.size() - 1;
        boolean incomplete = last >= 0 && chunks.get(last)[1] - chunks.get(last)[0] < size;
        if (incomplete && rest.contains("drop")) {
            chunks.remove(last);
        } else if (incomplete && last > 0 && rest.contains("append")) {
            chunks.remove(last);
            chunks.get(last - 1)[1] = rows;
        }
        return chunks;
    }
}
