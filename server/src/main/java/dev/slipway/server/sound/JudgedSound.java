package dev.slipway.server.sound;

import dev.slipway.model.publication.PublicationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** By what the operator's program said when the files were checked. */
@Service
class JudgedSound implements SoundReview {
    private final SoundRows rows;

    JudgedSound(SoundRows rows) {
        this.rows = rows;
    }

    @Override
    public SoundVerdict of(PublicationId publication) {
        List<String> doubts = new ArrayList<>();
        for (Map.Entry<String, SoundAnswer> told : rows.of(publication).entrySet()) {
            SoundAnswer answer = told.getValue();
            switch (answer.verdict()) {
                case REFUSE -> {
                    return new SoundVerdict.Blocked("The sound of " + told.getKey() + " is not allowed on this server: "
                            + answer.reason() + ". If that is a mistake, write to the operator.");
                }
                case REVIEW -> doubts.add("The sound of " + told.getKey() + ": " + answer.reason());
                case PASS -> {}
            }
        }
        return new SoundVerdict.Clear(doubts);
    }
}
