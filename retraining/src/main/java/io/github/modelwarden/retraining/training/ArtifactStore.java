package io.github.modelwarden.retraining.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of files that are either complete or not there. A folder is written under a temporary name and renamed; its
 * {@code manifest.txt} holds size and SHA-256 of every file, and the SHA-256 of the manifest names the whole. Nothing is
 * handed out before its hash was checked. Safe for use by several threads and processes.
 */
public final class ArtifactStore {

    private static final String MANIFEST = "manifest.txt";
    private static final String TEMPORARY = ".tmp-";
    private static final Duration LEFTOVER = Duration.ofHours(1);
    private static final long MAX_FILE_BYTES = 64L << 20;
    private static final long MAX_MANIFEST_BYTES = 64L << 10;
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

    private final Path root;

    /**
     * Uses a folder.
     *
     * @param root where artifacts live; made when the first is saved
     */
    public ArtifactStore(Path root) {
        this.root = root;
    }

    /**
     * Saves files under a name. If a sound artifact of that name is there already it is kept and the new files are
     * dropped; a damaged one is replaced. Temporary folders that were last written to an hour ago are deleted: their
     * process has died, while a younger one may belong to another process that is saving now.
     *
     * @param name name of the artifact
     * @param files contents by file name
     * @return SHA-256 of the artifact that is there now, 64 hexadecimal digits
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if a name is not a plain file name or a file is larger than 64 MiB
     */
    public String save(String name, Map<String, byte[]> files) throws IOException {
        Path target = directory(name);
        Optional<String> there = fingerprint(name);
        if (there.isPresent()) {
            return there.get();
        }
        Files.createDirectories(root);
        Path temporary = Files.createTempDirectory(root, TEMPORARY);
        try {
            deleteLeftovers(temporary);
            write(temporary, files);
            if (Files.exists(target)) {
                delete(target);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // another process saved the same artifact in this moment; its copy is judged below
        } finally {
            delete(temporary);
        }
        return fingerprint(name)
                .orElseThrow(() -> new IOException(target + ": the artifact was written but cannot be read back;"
                        + " check the disk and try again"));
    }

    /** By the clock of the file system, which stamped both. */
    private void deleteLeftovers(Path own) throws IOException {
        Instant now = Files.getLastModifiedTime(own).toInstant();
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(TEMPORARY) && isLeftover(entry, now)) {
                    delete(entry);
                }
            }
        } catch (NoSuchFileException e) {
            // another process deleted or renamed it first
        }
    }

    private static boolean isLeftover(Path folder, Instant now) throws IOException {
        return Files.getLastModifiedTime(folder).toInstant().plus(LEFTOVER).isBefore(now);
    }

    private static void write(Path directory, Map<String, byte[]> files) throws IOException {
        StringBuilder manifest = new StringBuilder();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            requireSafe(file.getKey());
            byte[] content = file.getValue();
            if (content.length > MAX_FILE_BYTES) {
                throw new IllegalArgumentException("artifact file '" + file.getKey() + "': expected at most "
                        + MAX_FILE_BYTES + " bytes but got " + content.length);
            }
            Files.write(directory.resolve(file.getKey()), content);
            manifest.append(sha256(content)).append(' ').append(content.length).append(' ');
            manifest.append(file.getKey()).append('\n');
        }
        Files.writeString(directory.resolve(MANIFEST), manifest);
    }

    /**
     * Tells whether a sound artifact is there.
     *
     * @param name name of the artifact
     * @return its SHA-256; empty if there is none or any file of it is damaged
     */
    public Optional<String> fingerprint(String name) {
        try {
            readFiles(name);
            return Optional.of(sha256(manifest(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads an artifact.
     *
     * @param name name of the artifact
     * @param sha256 the SHA-256 that {@link #save} returned
     * @return contents by file name
     * @throws IOException if it is not there, not the one that was saved, or damaged
     */
    public Map<String, byte[]> read(String name, String sha256) throws IOException {
        String found = sha256(manifest(name));
        if (!found.equals(sha256)) {
            throw new IOException(directory(name) + ": expected the artifact with SHA-256 " + sha256 + " but found "
                    + found + "; it was changed after it was registered, restore it from a copy");
        }
        return readFiles(name);
    }

    private Map<String, byte[]> readFiles(String name) throws IOException {
        Path directory = directory(name);
        Map<String, byte[]> files = new TreeMap<>();
        List<String> lines =
                new String(manifest(name), StandardCharsets.UTF_8).lines().toList();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            if (parts.length != 3 || !SAFE_NAME.matcher(parts[2]).matches()) {
                throw new IOException(directory.resolve(MANIFEST) + ": expected 'sha256 size name' but got '" + line
                        + "'; the file is damaged, restore it from a copy");
            }
            Path file = directory.resolve(parts[2]);
            byte[] content = capped(file, MAX_FILE_BYTES);
            if (!parts[1].equals(Long.toString(content.length)) || !parts[0].equals(sha256(content))) {
                throw new IOException(file + ": expected " + parts[1] + " bytes with SHA-256 " + parts[0] + " but got "
                        + content.length + " bytes with " + sha256(content)
                        + "; the file is damaged, restore it from a copy");
            }
            files.put(parts[2], content);
        }
        return files;
    }

    private byte[] manifest(String name) throws IOException {
        return capped(directory(name).resolve(MANIFEST), MAX_MANIFEST_BYTES);
    }

    private static byte[] capped(Path file, long limit) throws IOException {
        try {
            long size = Files.size(file);
            if (size > limit) {
                throw new IOException(file + ": expected at most " + limit + " bytes but it has " + size);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": the file is missing; restore it from a copy or train the model anew", e);
        }
    }

    /** The folder of an artifact. */
    private Path directory(String name) {
        requireSafe(name);
        return root.resolve(name);
    }

    private static void requireSafe(String name) {
        if (!SAFE_NAME.matcher(name).matches() || name.equals(MANIFEST)) {
            throw new IllegalArgumentException("artifact name '" + name
                    + "': expected letters, digits, '_', '.', '+' and '-' only, and not " + MANIFEST);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
