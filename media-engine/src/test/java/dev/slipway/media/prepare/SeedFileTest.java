package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.protect.ProtectionSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SeedFileTest {
    private final RandomGenerator random = new Random(7);
    private final Path target;
    private WorkFolder folder;

    SeedFileTest(@TempDir Path target) {
        this.target = target;
    }

    @BeforeEach
    void open() throws IOException {
        folder = WorkFolder.open(target);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    void theSameFilmGetsItsSeedAgain() throws IOException {
        ProtectionSeed seed = SeedFile.readOrMake(folder, "film", random);
        assertThat(SeedFile.readOrMake(folder, "film", random)).isEqualTo(seed);
    }

    @Test
    void anotherFilmGetsASeedOfItsOwn() throws IOException {
        ProtectionSeed seed = SeedFile.readOrMake(folder, "film", random);
        assertThat(SeedFile.readOrMake(folder, "another film", random)).isNotEqualTo(seed);
        assertThat(SeedFile.readOrMake(folder, "film", random))
                .as("the first one is gone")
                .isNotEqualTo(seed);
    }

    @Test
    void aSeedThatDoesNotSayWhoseItIsIsUsedForNothing() throws IOException {
        ProtectionSeed seed = ProtectionSeed.random(random);
        Files.writeString(folder.file("protection-seed"), seed.hex());
        assertThat(SeedFile.readOrMake(folder, "film", random)).isNotEqualTo(seed);
        Files.writeString(folder.file("protection-seed"), "no seed film");
        assertThat(SeedFile.readOrMake(folder, "film", random).hex()).hasSameSizeAs(seed.hex());
    }

    // Windows keeps access lists instead of POSIX permissions; SeedFile then leaves the folder's own in force.
    @DisabledOnOs(OS.WINDOWS)
    @Test
    void nobodyElseMayReadIt() throws IOException {
        Files.writeString(folder.file("protection-seed.new"), "left by a crash, readable by all");
        SeedFile.readOrMake(folder, "film", random);
        assertThat(Files.getPosixFilePermissions(folder.file("protection-seed")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
