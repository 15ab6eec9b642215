package dev.slipway.media.preview;

import dev.slipway.media.plan.output.Size;
import dev.slipway.media.preview.picture.PictureRing;
import dev.slipway.media.preview.proxy.Proxy;
import dev.slipway.media.preview.proxy.ProxyScreen;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows what the proxy has for a moment, at once, on a thread that never decodes the film itself. Latest wins. */
final class Scrubber {
    private final Proxy proxy;
    private final PictureRing ring;
    private final Slots slots;
    private final Size size;
    private final Consumer<PreviewEvent> events;
    private PreviewCommand.@Nullable Show wish;

    Scrubber(Proxy proxy, PictureRing ring, Slots slots, Size size, Consumer<PreviewEvent> events) {
        this.proxy = proxy;
        this.ring = ring;
        this.slots = slots;
        this.size = size;
        this.events = events;
    }

    synchronized void tell(PreviewCommand.Show next) {
        wish = next;
        notifyAll();
    }

    private synchronized PreviewCommand.Show take() throws InterruptedException {
        while (wish == null) {
            wait();
        }
        PreviewCommand.Show taken = wish;
        wish = null;
        return taken;
    }

    void run() throws InterruptedException {
        try (ProxyScreen screen = new ProxyScreen(size)) {
            while (!Thread.currentThread().isInterrupted()) {
                show(take(), screen);
            }
        }
    }

    private void show(PreviewCommand.Show wished, ProxyScreen screen) {
        Optional<Proxy.Small> small = proxy.nearest(wished.micros());
        OptionalInt slot = small.isEmpty() ? OptionalInt.empty() : slots.take();
        if (small.isPresent() && slot.isPresent()) {
            screen.draw(small.get(), ring.slot(slot.getAsInt()));
            events.accept(new PreviewEvent.Shown(
                    wished.generation(), slot.getAsInt(), small.get().micros(), PreviewEvent.Kind.PROXY));
        }
    }
}
