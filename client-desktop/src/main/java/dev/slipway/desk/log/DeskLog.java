package dev.slipway.desk.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Nobody sees what a window writes to its terminal, so it goes into a file as well, readable for its owner alone:
 * addresses of nodes may hold keys of their services.
 */
public final class DeskLog implements AutoCloseable {
    /** Then it begins anew, and the one before is kept beside it. */
    private static final long MAX_BYTES = 1 << 20;

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}  %msg%n%ex{20}";

    private final FileAppender<ILoggingEvent> appender;

    private DeskLog(FileAppender<ILoggingEvent> appender) {
        this.appender = appender;
    }

    /** Until it is closed. Where the file cannot be written, that is in the terminal, and everything else goes on. */
    public static DeskLog writeTo(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        try {
            prepare(file);
            encoder.start();
            appender.start();
            root.addAppender(appender);
        } catch (IOException e) {
            root.warn("The log {} cannot be written: {}", file, e.getMessage());
        }
        return new DeskLog(appender);
    }

    private static void prepare(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        FileAttribute<?>[] ownersAlone =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(file, ownersAlone);
        } catch (FileAlreadyExistsException e) {
            // An earlier window made it so.
            return;
        }
    }

    @Override
    public void close() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .detachAppender(appender);
        appender.stop();
    }
}
