package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disguises are the subject of the server's ListModeratorTest. */
class WordListTest {
    private final WordList list = WordList.of(
            List.of(new BannedWord("casino", "en", "gambling"), new BannedWord("казино", "ru", "gambling")));

    @Test
    void everyWordThatAnybodyReadsIsLookedAt() {
        PublicationForm form = new PublicationForm(
                "Casino",
                "cas1no",
                List.of("ships", "big_casino"),
                new Profile("Кaзино", "https://casino.example", "CASINO", false, null));

        assertThat(list.in(form))
                .containsExactly(
                        new WordList.Hit("title", "Casino", "gambling"),
                        new WordList.Hit("description", "cas1no", "gambling"),
                        new WordList.Hit("hashtags[1]", "casino", "gambling"),
                        new WordList.Hit("profile.name", "Кaзино", "gambling"),
                        new WordList.Hit("profile.url", "casino", "gambling"),
                        new WordList.Hit("profile.activityHobbies", "CASINO", "gambling"));
    }

    @Test
    void innocentWordsPass() {
        assertThat(list.in("title", "An occasion to cast in oak")).isEmpty();
        assertThat(WordList.EMPTY.in("title", "casino")).isEmpty();
    }
}
