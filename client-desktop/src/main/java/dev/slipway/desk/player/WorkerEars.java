package dev.slipway.desk.player;

import dev.slipway.desk.background.UiThread;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.preview.PreviewEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings what one worker tells to the window's thread, in its order and in batches: a thread that lags behind gets what
 * gathered meanwhile at one go.
 */
final class WorkerEars implements PreviewSession.Listener {
    private final PlayerModel model;
    private final int number;
    private final UiThread ui;
    private final Deque<PreviewEvent> waiting = new ArrayDeque<>();
    private boolean asked;

    WorkerEars(PlayerModel model, int number, UiThread ui) {
        this.model = model;
        this.number = number;
        this.ui = ui;
    }

    @Override
    public void told(PreviewEvent event) {
        synchronized (waiting) {
            waiting.add(event);
            if (asked) {
                return;
            }
            asked = true;
        }
        ui.run(this::hand);
    }

    private void hand() {
        for (PreviewEvent next = next(); next != null; next = next()) {
            model.told(number, next);
        }
    }

    private @Nullable PreviewEvent next() {
        synchronized (waiting) {
            PreviewEvent next = waiting.poll();
            asked = next != null;
            return next;
        }
    }

    @Override
    public void ended(int status, List<String> lastLines) {
        ui.run(() -> model.ended(number, status, lastLines));
    }
}
