package io.github.modelwarden.retraining.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {

    @TempDir
    Path root;

    @Test
    void readsBackWhatWasSavedAndLeavesNoTemporaryFolder() throws IOException {
        ArtifactStore store = new ArtifactStore(root);
        String sha = store.save("v1", Map.of("a.txt", new byte[] {1, 2}));
        assertThat(store.read("v1", sha)).containsOnlyKeys("a.txt");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactly(root.resolve("v1"));
        }
    }

    @Test
    void whatACrashLeftAnHourAgoIsDeletedAndAYoungerFolderIsNot() throws IOException {
        Path old = Files.createDirectories(root.resolve(".tmp-old"));
        Path young = Files.createDirectories(root.resolve(".tmp-young"));
        Files.write(old.resolve("a.txt"), new byte[] {1});
        Instant now = Files.getLastModifiedTime(young).toInstant();
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofMinutes(61))));
        Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofMinutes(55))));

        new ArtifactStore(root).save("v1", Map.of("a.txt", new byte[] {1}));

        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactlyInAnyOrder(root.resolve("v1"), young);
        }
    }

    @Test
    void keepsTheFirstSoundArtifact() throws IOException {
        ArtifactStore store = new ArtifactStore(root);
        String first = store.save("v1", Map.of("a.txt", new byte[] {1}));
        assertThat(store.save("v1", Map.of("a.txt", new byte[] {2}))).isEqualTo(first);
        assertThat(store.read("v1", first).get("a.txt")).containsExactly(1);
    }

    @Test
    void damagedFileIsNotReadAndIsReplacedBySaving() throws IOException {
        ArtifactStore store = new ArtifactStore(root);
        String sha = store.save("v1", Map.of("a.txt", new byte[] {1}));
        Files.write(root.resolve("v1/a.txt"), new byte[] {9});
        assertThat(store.fingerprint("v1")).isEmpty();
        assertThatThrownBy(() -> store.read("v1", sha))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("damaged");
        assertThat(store.save("v1", Map.of("a.txt", new byte[] {1}))).isEqualTo(sha);
    }

    @Test
    void halfWrittenArtifactDoesNotExist() throws IOException {
        Files.createDirectories(root.resolve(".tmp-123"));
        Files.write(root.resolve(".tmp-123/a.txt"), new byte[] {1});
        Files.createDirectories(root.resolve("v2"));
        assertThat(new ArtifactStore(root).fingerprint("v2")).isEmpty();
    }

    @Test
    void changedManifestIsNotTheRegisteredArtifact() throws IOException {
        ArtifactStore store = new ArtifactStore(root);
        String sha = store.save("v1", Map.of("a.txt", new byte[] {1}));
        Files.writeString(root.resolve("v1/manifest.txt"), "");
        assertThatThrownBy(() -> store.read("v1", sha)).hasMessageContaining("changed after it was registered");
    }

    @Test
    void namesCannotLeaveTheFolder() {
        ArtifactStore store = new ArtifactStore(root);
        for (String bad : new String[] {"..", "../x", "a/b", "", ".hidden", "manifest.txt"}) {
            assertThatThrownBy(() -> store.save(bad, Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
