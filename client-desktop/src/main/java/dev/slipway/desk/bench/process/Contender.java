package dev.slipway.desk.bench.process;

import java.nio.file.Path;
import java.util.List;

/**
 * One way of making the files.
 *
 * @param commands run one after the other
 * @param folder where its files go
 */
public record Contender(String name, List<List<String>> commands, Path folder) {
    public List<String> typed() {
        return commands.stream().map(Shell::quoted).toList();
    }
}
