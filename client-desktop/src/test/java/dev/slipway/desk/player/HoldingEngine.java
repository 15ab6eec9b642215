package dev.slipway.desk.player;

import dev.slipway.desk.prepare.Preview;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Its workers' words may be held back, and then be heard all at one go. */
final class HoldingEngine extends ScriptedEngine {
    private final List<Runnable> held = new CopyOnWriteArrayList<>();
    private volatile boolean holds;

    void hold() {
        holds = true;
    }

    void letGo() {
        holds = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    @Override
    public Preview preview(PreviewRequest request, PreviewSession.Listener listener) {
        return super.preview(request, new PreviewSession.Listener() {
            @Override
            public void told(PreviewEvent event) {
                if (holds) {
                    held.add(() -> listener.told(event));
                } else {
                    listener.told(event);
                }
            }

            @Override
            public void ended(int status, List<String> lastLines) {
                listener.ended(status, lastLines);
            }
        });
    }
}
