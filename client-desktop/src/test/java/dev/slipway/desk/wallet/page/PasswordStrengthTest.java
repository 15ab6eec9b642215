package dev.slipway.desk.wallet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "Ab1!Ab1!x, TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaaaa, WEAK",
        "1234567890123456, WEAK",
        "Slipway-2026-Slipway, WEAK",
        "лодкаплывёт, WEAK",
        "boatsailing7, FAIR",
        "Boat.sailing7, STRONG",
        "old boat under the bridge, STRONG",
        "старая лодка под мостом, STRONG"
    })
    void whatGuessersTryFirstIsWeak(String password, PasswordStrength strength) {
        assertThat(PasswordStrength.of(password)).isEqualTo(strength);
    }

    @Test
    void onlyTheWordsThatWereAskedForMatch() {
        Backup backup = Backup.of("one two three four five six seven eight nine ten eleven twelve", new Random(1));
        List<String> right = backup.asked().stream().map(backup.words()::get).toList();

        assertThat(backup.asked()).hasSize(3).doesNotHaveDuplicates().isSorted();
        assertThat(backup.matches(right)).isTrue();
        assertThat(backup.matches(List.of(" " + right.get(0) + " ", right.get(1).toUpperCase(), right.get(2))))
                .isTrue();
        assertThat(backup.matches(List.of(right.get(1), right.get(0), right.get(2))))
                .isFalse();
        assertThat(backup.matches(List.of("", "", ""))).isFalse();
        assertThat(backup.matches(List.of())).isFalse();
        assertThat(backup.toString()).doesNotContain("one");
    }
}
