package dev.slipway.server.sound;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.verification.KeptOfCheck;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table sound_verdict. */
@Component
class SoundRows implements KeptOfCheck {
    private final JdbcClient database;

    SoundRows(JdbcClient database) {
        this.database = database;
    }

    /** Replaces what was kept before. Part of the caller's transaction. */
    void keep(PublicationId publication, Map<String, SoundAnswer> answers) {
        forget(publication);
        answers.forEach((path, answer) -> database.sql("""
                        INSERT INTO sound_verdict (publication_id, path, verdict, reason)
                        VALUES (:id, :path, :verdict, :reason)
                        """)
                .param("id", publication.uuid())
                .param("path", path)
                .param("verdict", answer.verdict().name())
                .param("reason", answer.reason())
                .update());
    }

    /** By the name of the file. */
    Map<String, SoundAnswer> of(PublicationId publication) {
        Map<String, SoundAnswer> answers = new TreeMap<>();
        database.sql("SELECT path, verdict, reason FROM sound_verdict WHERE publication_id = :id")
                .param("id", publication.uuid())
                .query(row -> {
                    SoundAnswer.Verdict verdict = SoundAnswer.Verdict.valueOf(row.getString("verdict"));
                    answers.put(row.getString("path"), new SoundAnswer(verdict, row.getString("reason")));
                });
        return answers;
    }

    @Override
    public void forget(PublicationId publication) {
        database.sql("DELETE FROM sound_verdict WHERE publication_id = :id")
                .param("id", publication.uuid())
                .update();
    }
}
