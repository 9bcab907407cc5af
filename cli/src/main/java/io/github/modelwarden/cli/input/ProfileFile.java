package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold a profile. */
public final class ProfileFile {

    private static final byte[] MAGIC = {'M', 'W', 'P', 'F'};

    private ProfileFile() {}

    /** Tells a profile from a table: by its first bytes, and by its name so that a broken one is not taken for a table. */
    static boolean isProfile(Path file) {
        if (file.toString().endsWith(".mwp")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false; // whoever reads it as a table says why it cannot be read
        }
    }

    /**
     * Reads a profile.
     *
     * @param file the file
     * @return the baseline in it
     * @throws InputException if it cannot be read, or is no profile
     */
    public static Baseline read(Path file) {
        if (!Files.exists(file)) {
            throw new InputException("file " + file + ": there is no such file; check the path");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return BaselineCodec.read(in, "file " + file);
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
