package dev.slipway.server.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: {@code METHOD pattern | address | request | status for each asker}.
 *
 * @param operation as the OpenAPI document has it, such as {@code GET /api/publications/{id}}
 * @param address what is really asked for, with {@code ${…}} of {@link Scene}
 * @param headers each {@code Name: value}
 * @param body null where none is sent
 */
record MatrixRow(
        String operation,
        String address,
        List<String> headers,
        @Nullable String body,
        Map<Asker, Integer> expected) {

    /** The table without its comments. */
    static List<MatrixRow> all() {
        try (InputStream table = MatrixRow.class.getResourceAsStream("/authorisation.txt")) {
            if (table == null) {
                throw new AssertionError("authorisation.txt is not there");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::parse)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static MatrixRow parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 4) {
            throw new AssertionError("a row has four cells: " + line);
        }
        List<String> request = Arrays.stream(cells[2].strip().split(" & ", -1))
                .filter(part -> !part.equals("-"))
                .toList();
        @Nullable
        String body = request.stream()
                .filter(part -> part.matches("[{<$].*"))
                .findFirst()
                .orElse(null);
        List<String> headers =
                request.stream().filter(part -> !part.equals(body)).toList();
        return new MatrixRow(cells[0].strip(), cells[1].strip(), headers, body, statuses(cells[3].strip(), line));
    }

    private static Map<Asker, Integer> statuses(String cell, String line) {
        String[] numbers = cell.split(" +");
        if (numbers.length != Asker.values().length) {
            throw new AssertionError("a row has a status for each of " + List.of(Asker.values()) + ": " + line);
        }
        return Arrays.stream(Asker.values())
                .collect(Collectors.toMap(
                        asker -> asker,
                        asker -> Integer.valueOf(numbers[asker.ordinal()]),
                        (one, other) -> one,
                        () -> new EnumMap<>(Asker.class)));
    }

    int expected(Asker asker) {
        return Objects.requireNonNull(expected.get(asker));
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    @Override
    public String toString() {
        return operation + " as " + address + (body == null ? "" : " " + body);
    }
}
