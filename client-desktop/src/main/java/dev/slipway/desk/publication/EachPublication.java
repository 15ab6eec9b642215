package dev.slipway.desk.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** Listens to every publication of a list, to those that come later too. To be used on the window's thread. */
public final class EachPublication {
    private final Map<PublicationModel, Subscription> subscriptions = new HashMap<>();
    private final Function<PublicationModel, Subscription> subscribing;
    private final Runnable changed;

    private EachPublication(Function<PublicationModel, Subscription> subscribing, Runnable changed) {
        this.subscribing = subscribing;
        this.changed = changed;
    }

    /** @param changed is called after publications came or went */
    public static void follow(
            ObservableList<PublicationModel> publications,
            Function<PublicationModel, Subscription> subscribing,
            Runnable changed) {
        EachPublication each = new EachPublication(subscribing, changed);
        publications.forEach(each::add);
        publications.addListener(each::take);
    }

    private void take(ListChangeListener.Change<? extends PublicationModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::remove);
            change.getAddedSubList().forEach(this::add);
        }
        changed.run();
    }

    private void add(PublicationModel publication) {
        subscriptions.put(publication, subscribing.apply(publication));
    }

    private void remove(PublicationModel publication) {
        Subscription subscription = subscriptions.remove(publication);
        if (subscription != null) {
            subscription.unsubscribe();
        }
    }
}
