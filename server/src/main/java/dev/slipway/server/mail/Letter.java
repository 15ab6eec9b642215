package dev.slipway.server.mail;

/**
 * What a mail says.
 *
 * @param subject one line without control characters, whatever it was made from
 * @param body plain text
 */
record Letter(String subject, String body) {
    private static final int MAX_SUBJECT = 150;

    Letter {
        String line = subject.replaceAll("[\\p{C}\\s\\u2028\\u2029]+", " ").strip();
        subject = line.codePoints()
                .limit(MAX_SUBJECT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
