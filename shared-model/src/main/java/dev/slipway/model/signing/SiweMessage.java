package dev.slipway.model.signing;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message by which an Ethereum account signs in (EIP-4361). The text is what is signed; this is what it says.
 *
 * @param scheme of the page that asks, such as {@code https}; null where the message names none
 * @param domain RFC 3986 authority of the page that asks
 * @param address as it is written: with its EIP-55 checksum, which is not checked here
 * @param statement for the person, one line; null where there is none
 * @param uri RFC 3986 address of what is signed in to
 * @param nonce at least eight letters and digits
 */
public record SiweMessage(
        @Nullable String scheme,
        String domain,
        String address,
        @Nullable String statement,
        String uri,
        long chainId,
        String nonce,
        Instant issuedAt,
        @Nullable Instant expirationTime,
        @Nullable Instant notBefore,
        @Nullable String requestId,
        List<String> resources) {
    /** Longer ones are refused unread. */
    public static final int MOST_CHARACTERS = 4096;

    private static final String WANTS = " wants you to sign in with your Ethereum account:";
    private static final Pattern HEAD = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([A-Za-z0-9.\\-_~%!$&'()*+,;=:@\\[\\]]+)" + Pattern.quote(WANTS));
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9]{8,}");
    /** RFC 3986 reserved, unreserved and space: what a statement may hold. */
    private static final Pattern STATEMENT = Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;= ]+");

    private static final Pattern CHAIN = Pattern.compile("[0-9]{1,18}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9\\-._~%!$&'()*+,;=:@]*");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]+(?:[Zz]|[+-][0-9]{2}:[0-9]{2})");

    public SiweMessage {
        resources = List.copyOf(resources);
    }

    /** Empty unless the whole text is such a message, of version 1, by the grammar of EIP-4361. */
    public static Optional<SiweMessage> parse(String text) {
        if (text.length() > MOST_CHARACTERS || text.indexOf('\r') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new Lines(text)));
        } catch (Malformed | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SiweMessage read(Lines lines) {
        Matcher head = HEAD.matcher(lines.next());
        require(head.matches());
        String address = matching(ADDRESS, lines.next());
        require(lines.next().isEmpty());
        String line = lines.next();
        String statement = line.isEmpty() ? null : matching(STATEMENT, line);
        if (statement != null) {
            require(lines.next().isEmpty());
        }
        String uri = uri(lines.required("URI: "));
        require(lines.required("Version: ").equals("1"));
        long chainId = Long.parseLong(matching(CHAIN, lines.required("Chain ID: ")));
        String nonce = matching(NONCE, lines.required("Nonce: "));
        Instant issuedAt = time(lines.required("Issued At: "));
        Instant expirationTime =
                lines.optional("Expiration Time: ").map(SiweMessage::time).orElse(null);
        Instant notBefore =
                lines.optional("Not Before: ").map(SiweMessage::time).orElse(null);
        String requestId = lines.optional("Request ID: ")
                .map(id -> matching(REQUEST_ID, id))
                .orElse(null);
        List<String> resources = new ArrayList<>();
        if (lines.optional("Resources:").filter(String::isEmpty).isPresent()) {
            while (lines.hasNext()) {
                resources.add(uri(lines.required("- ")));
            }
        }
        require(!lines.hasNext());
        return new SiweMessage(
                head.group(1),
                head.group(2),
                address,
                statement,
                uri,
                chainId,
                nonce,
                issuedAt,
                expirationTime,
                notBefore,
                requestId,
                resources);
    }

    private static String uri(String text) {
        try {
            require(URI.create(text).isAbsolute());
            return text;
        } catch (IllegalArgumentException e) {
            throw new Malformed();
        }
    }

    /** RFC 3339. */
    private static Instant time(String text) {
        return OffsetDateTime.parse(matching(TIME, text)).toInstant();
    }

    private static String matching(Pattern pattern, String text) {
        require(pattern.matcher(text).matches());
        return text;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Malformed();
        }
    }

    private static final class Lines {
        private final String[] lines;
        private int at;

        Lines(String text) {
            lines = text.split("\n", -1);
        }

        boolean hasNext() {
            return at < lines.length;
        }

        String next() {
            require(hasNext());
            return lines[at++];
        }

        String required(String name) {
            return optional(name).orElseThrow(Malformed::new);
        }

        Optional<String> optional(String name) {
            return hasNext() && lines[at].startsWith(name)
                    ? Optional.of(next().substring(name.length()))
                    : Optional.empty();
        }
    }

    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
