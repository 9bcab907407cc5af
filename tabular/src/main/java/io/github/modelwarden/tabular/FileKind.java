package io.github.modelwarden.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a file is, by its first bytes and its name.
 *
 * @param format how its rows are written
 * @param isPacked whether it is packed with gzip
 * @param start bytes before its text: the length of a byte order mark
 */
record FileKind(FileFormat format, boolean isPacked, int start) {

    private static final int HEAD = 1 << 12;
    private static final int MAGIC = 4;

    /** Looks at a file; everything that cannot be a table is refused here with the reason. */
    static FileKind of(Path file) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        requireReadable(file, name);
        byte[] head = head(file);
        if (startsWith(head, "PAR1") || name.endsWith(".parquet")) {
            requireParquet(file, head);
            return new FileKind(FileFormat.PARQUET, false, 0);
        }
        refuseForeign(file, head);
        boolean isPacked = head.length > 1 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
        if (isPacked) {
            try (ByteSource source = ByteSource.open(file, true, 0)) {
                byte[] unpacked = new byte[HEAD];
                head = Arrays.copyOf(unpacked, source.read(unpacked, 0, HEAD));
            }
            name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        }
        int start = afterByteOrderMark(file, head);
        return new FileKind(textFormat(name, head, start), isPacked, start);
    }

    private static void requireReadable(Path file, String name) {
        try {
            if (!Files.exists(file)) {
                throw TabularException.of(file, "there is no such file; check the path");
            }
            if (Files.isDirectory(file)) {
                throw TabularException.of(file, "is a directory; name a file in it");
            }
            if (!Files.isRegularFile(file)) {
                throw TabularException.of(
                        file, "is not a regular file, and tables are read more than once; save it first");
            }
            if (Files.size(file) == 0) {
                throw TabularException.of(file, "is empty; expected " + content(name));
            }
        } catch (IOException e) {
            throw ByteSource.unreadable(file, e);
        }
    }

    /** What a file of this name should hold. */
    private static String content(String name) {
        if (name.endsWith(".parquet")) {
            return "a Parquet file";
        }
        return isJsonLines(name) ? "one JSON object a line" : "a header line and rows";
    }

    private static boolean isJsonLines(String name) {
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw ByteSource.unreadable(file, e);
        }
    }

    private static void requireParquet(Path file, byte[] head) {
        if (!startsWith(head, "PAR1")) {
            throw TabularException.of(
                    file,
                    startsWith(head, "PARE")
                            ? "is an encrypted Parquet file; decrypt it first"
                            : "is not a Parquet file, since it does not start with PAR1; rename it if it is another format");
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            in.skipNBytes(Math.max(0, size - MAGIC));
            if (size < 3 * MAGIC || !startsWith(in.readNBytes(MAGIC), "PAR1")) {
                throw TabularException.of(
                        file, "is a truncated Parquet file, since it does not end with PAR1; copy or write it again");
            }
        } catch (IOException e) {
            throw ByteSource.unreadable(file, e);
        }
    }

    private static void refuseForeign(Path file, byte[] head) {
        if (startsWith(head, "PK\u0003\u0004")) {
            throw TabularException.of(
                    file, "is a ZIP archive, as Excel workbooks are too; unpack it, or export the sheet as CSV");
        }
        if (startsWith(head, "SQLite format 3")) {
            throw TabularException.of(file, "is an SQLite database; export the table as CSV");
        }
    }

    /** The length of the UTF-8 byte order mark; other encodings are refused by name. */
    private static int afterByteOrderMark(Path file, byte[] head) {
        int first = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            throw TabularException.of(file, "is written in UTF-16; save it as UTF-8");
        }
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw TabularException.of(
                        file,
                        "has a zero byte at byte " + (i + 1)
                                + ", so it is binary or written in UTF-16; save it as text in UTF-8");
            }
        }
        return first == 0xEFBB && head.length > 2 && (head[2] & 0xFF) == 0xBF ? 3 : 0;
    }

    private static FileFormat textFormat(String name, byte[] head, int start) {
        if (isJsonLines(name)) {
            return FileFormat.JSON_LINES;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
            return FileFormat.CSV;
        }
        int at = start;
        while (at < head.length && NumberText.isBlank(head[at])) {
            at++;
        }
        return at < head.length && head[at] == '{' ? FileFormat.JSON_LINES : FileFormat.CSV;
    }

    private static boolean startsWith(byte[] head, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (i >= head.length || head[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
