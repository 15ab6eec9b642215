package dev.slipway.server.mail;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.MailSettings;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.outgoing.BoundedSockets;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mail to the operator's server. Each step of that has ten seconds, and a letter a minute. */
@Component
class MailSender {
    private static final String STEP_MILLIS = "10000";

    private static final Duration LETTER = Duration.ofMinutes(1);
    /** Of all that a mail server says to one letter, its certificate included. */
    private static final long MOST_BYTES = 256 * 1024;

    private final @Nullable JavaMailSenderImpl smtp;
    private final String from;

    /** @throws StartRefused where the settings do not go together */
    @Autowired
    MailSender(MailSettings settings) {
        this(settings, LETTER);
    }

    /** @param letter how long a mail server may talk about one letter */
    MailSender(MailSettings settings, Duration letter) {
        URI url = settings.smtpUrl();
        this.smtp = url == null ? null : smtp(url, settings.smtpPasswordFile(), letter);
        this.from = String.valueOf(settings.mailFrom());
        if (url != null) {
            requireSender();
        }
    }

    private void requireSender() {
        try {
            new InternetAddress(from, true);
        } catch (MessagingException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_MAIL_FROM is not a mail address, and SLIPWAY_SMTP_URL needs one to send from.",
                    e);
        }
    }

    private static JavaMailSenderImpl smtp(URI url, @Nullable Path passwordFile, Duration letter) {
        boolean isTls = "smtps".equals(url.getScheme());
        if (url.getHost() == null || !(isTls || "smtp".equals(url.getScheme()))) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION, "SLIPWAY_SMTP_URL takes smtps://user@host or smtp://user@host:587.");
        }
        String user = url.getUserInfo();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(isTls ? "smtps" : "smtp");
        sender.setHost(url.getHost());
        sender.setPort(url.getPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        String prefix = "mail." + sender.getProtocol() + ".";
        Properties properties = sender.getJavaMailProperties();
        properties.put(prefix + "connectiontimeout", STEP_MILLIS);
        properties.put(prefix + "timeout", STEP_MILLIS);
        properties.put(prefix + "writetimeout", STEP_MILLIS);
        // Whoever is in between can say anything until TLS has begun. It is laid over these where it comes first.
        properties.put(prefix + "socketFactory", new BoundedSockets(letter, MOST_BYTES));
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(!isTls));
        properties.put(prefix + "starttls.required", String.valueOf(!isTls && user != null));
        if (user != null) {
            properties.put(prefix + "auth", "true");
            sender.setUsername(user);
            sender.setPassword(password(passwordFile));
        }
        return sender;
    }

    private static String password(@Nullable Path file) {
        try {
            if (file != null) {
                return Files.readString(file, StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION, "The file of SLIPWAY_SMTP_PASSWORD_FILE cannot be read.", e);
        }
        throw new StartRefused(
                ProblemCode.CONFIGURATION,
                "SLIPWAY_SMTP_URL names a user, and SLIPWAY_SMTP_PASSWORD_FILE no file with the password.");
    }

    /** @throws org.springframework.mail.MailException where it was not taken */
    void send(MailQueue.Mail mail) throws MessagingException {
        JavaMailSenderImpl server = smtp;
        if (server == null) {
            throw new MessagingException("mail is off");
        }
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        server.send(message);
    }
}
