package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.StatusFeed.Follower;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusFeedTest {
    private static final int MOST = 20;

    private final StatusFeed feed = new StatusFeed(MOST);

    @Test
    void whoHasManyPlacesLosesTheOldestToWhoHasFewer() throws Exception {
        List<Follower> greedy = follow("greedy", MOST);
        Follower modest = feed.follow(publication(), "modest");

        assertThat(greedy.getFirst().hasEnded()).isTrue();
        greedy.getFirst().await(Duration.ofHours(1)); // returns at once, or the test is over
        assertThat(greedy.subList(1, MOST)).noneMatch(Follower::hasEnded);
        assertThat(modest.hasEnded()).isFalse();
        assertThatThrownBy(() -> feed.follow(publication(), "greedy")).isInstanceOf(ProblemException.class);
        assertThat(modest.hasEnded()).isFalse();
    }

    @Test
    void betweenEqualsNobodyLosesAPlace() {
        List<Follower> all = IntStream.range(0, MOST)
                .mapToObj(number -> feed.follow(publication(), "client " + number))
                .toList();
        assertThatThrownBy(() -> feed.follow(publication(), "one more")).isInstanceOf(ProblemException.class);
        assertThat(all).noneMatch(Follower::hasEnded);
    }

    @Test
    void anEndedFollowerGivesItsPlaceBackOnce() {
        List<Follower> greedy = follow("greedy", MOST);
        feed.follow(publication(), "modest");
        greedy.getFirst().close();
        greedy.get(1).close();

        feed.follow(publication(), "greedy");
        assertThatThrownBy(() -> feed.follow(publication(), "greedy")).isInstanceOf(ProblemException.class);
    }

    private List<Follower> follow(String client, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> feed.follow(publication(), client))
                .toList();
    }

    private static PublicationId publication() {
        return new PublicationId(UUID.randomUUID());
    }
}
