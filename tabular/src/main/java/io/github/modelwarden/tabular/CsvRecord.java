package io.github.modelwarden.tabular;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the first records of a CSV file, read plainly byte by byte: for the header, and for finding the delimiter.
 *
 * @param cells its cells without quotes
 * @param line the line it starts in, from 1
 * @param end the byte after it
 * @param isWhole whether it ends properly: false if a quote is not closed or is followed by text
 */
record CsvRecord(List<byte[]> cells, int line, int end, boolean isWhole) {

    CsvRecord {
        cells = List.copyOf(cells);
    }

    /**
     * Reads the first records, without blank lines.
     *
     * @param head the first bytes of a file
     * @param delimiter the separator
     * @param most how many records to read at most
     * @return the records; one that the end of the bytes cuts is only there if it is the first
     */
    static List<CsvRecord> first(byte[] head, char delimiter, int most) {
        List<CsvRecord> records = new ArrayList<>();
        int at = 0;
        int line = 1;
        while (at < head.length && records.size() < most) {
            CsvRecord record = read(head, at, line, (byte) delimiter);
            boolean isBlank = record.cells.size() == 1 && record.cells.get(0).length == 0 && record.isWhole;
            boolean isCut = record.end == head.length && !endsWithLine(head) && !records.isEmpty();
            if (!isBlank && !isCut) {
                records.add(record);
            }
            line += (int) Lines.count(head, at, record.end);
            at = record.end;
        }
        return records;
    }

    private static boolean endsWithLine(byte[] head) {
        byte last = head[head.length - 1];
        return last == '\n' || last == '\r';
    }

    private static CsvRecord read(byte[] head, int start, int line, byte delimiter) {
        List<byte[]> cells = new ArrayList<>();
        int at = start;
        while (true) {
            ByteArrayOutputStream cell = new ByteArrayOutputStream();
            if (at < head.length && head[at] == '"') {
                at = quoted(head, at + 1, cell);
                if (at < 0) {
                    return new CsvRecord(cells, line, head.length, false);
                }
            } else {
                while (at < head.length && head[at] != delimiter && head[at] != '\n' && head[at] != '\r') {
                    cell.write(head[at++]);
                }
            }
            cells.add(cell.toByteArray());
            if (at == head.length) {
                return new CsvRecord(cells, line, at, true);
            }
            byte b = head[at++];
            if (b != delimiter) {
                boolean isLineEnd = b == '\n' || b == '\r';
                int end = b == '\r' && at < head.length && head[at] == '\n' ? at + 1 : at;
                return new CsvRecord(cells, line, isLineEnd ? end : head.length, isLineEnd);
            }
        }
    }

    /** Reads a quoted cell; gives the byte after the closing quote, -1 if there is none. */
    private static int quoted(byte[] head, int start, ByteArrayOutputStream cell) {
        int at = start;
        while (at < head.length) {
            if (head[at] != '"') {
                cell.write(head[at++]);
            } else if (at + 1 < head.length && head[at + 1] == '"') {
                cell.write('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }
}
