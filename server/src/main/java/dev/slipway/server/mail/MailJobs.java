package dev.slipway.server.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.slipway.server.database.RetryLater;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;

/** Mail as jobs of the queue, at most two at a time: a mail server that is slow holds up no other work. */
@Configuration(proxyBeanMethods = false)
class MailJobs {
    private static final Logger log = LoggerFactory.getLogger(MailJobs.class);
    private static final int AT_ONCE = 2;
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 40);
    /** Eight tries within a day. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(8));

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Bean
    Task<Void> sendMailJob(MailQueue queue, MailSender sender, InstantSource clock) {
        return Tasks.custom(MailQueue.JOB, Void.class)
                .onFailure(new RetryLater())
                .execute((instance, context) -> {
                    if (!places.tryAcquire()) {
                        return again(clock.instant().plus(BUSY));
                    }
                    try {
                        return send(queue, sender, UUID.fromString(instance.getId()), clock);
                    } finally {
                        places.release();
                    }
                });
    }

    private static CompletionHandler<Void> send(MailQueue queue, MailSender sender, UUID id, InstantSource clock) {
        Optional<MailQueue.Mail> found = queue.find(id);
        if (found.isEmpty()) {
            return over();
        }
        MailQueue.Mail mail = found.get();
        try {
            sender.send(mail);
            queue.sent(id);
            return over();
        } catch (MailException | MessagingException e) {
            // Whom it is for stays out of the log.
            log.warn("Mail {} was not taken: {}", id, e.getClass().getSimpleName());
            queue.failed(id, e.getClass().getSimpleName());
        }
        if (mail.attempts() < PAUSES.size()) {
            return again(clock.instant().plus(PAUSES.get(mail.attempts())));
        }
        queue.giveUp(id);
        return over();
    }

    private static CompletionHandler<Void> again(Instant when) {
        return (complete, operations) -> operations.reschedule(complete, when);
    }

    private static CompletionHandler<Void> over() {
        return (complete, operations) -> operations.remove();
    }

    @Bean
    Task<Void> forgetMailJob(MailQueue queue, NoticeConfirmation notices, InstantSource clock) {
        return Tasks.recurring("forget-mail", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((instance, context) -> {
                    queue.deleteMadeBefore(clock.instant().minus(KEPT));
                    notices.forgetRequests();
                });
    }
}
