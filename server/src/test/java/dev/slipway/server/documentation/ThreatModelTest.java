package dev.slipway.server.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/threat-model.md says holds a promise has to be there. */
class ThreatModelTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    private final Path root = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyTestThatTheThreatModelNamesExists() throws IOException {
        Set<String> named = named(Files.readString(root.resolve("docs").resolve("threat-model.md")));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(existing()).containsAll(named);
    }

    @Test
    void aTestThatIsNotThereIsFound() throws IOException {
        assertThat(existing()).doesNotContainAnyElementsOf(named("held by `ImaginedTest`, `ImaginedIT`"));
    }

    private static Set<String> named(String document) {
        return TEST.matcher(document)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> existing() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : Set.of("shared-model", "media-engine", "server", "client-desktop")) {
            try (Stream<Path> files =
                    Files.walk(root.resolve(module).resolve("src").resolve("test"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
