package dev.slipway.desk.publication;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Turns;
import dev.slipway.desk.draft.DraftId;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.underway.Launches;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.prepare.making.PrepareQueue;
import dev.slipway.desk.profile.Authorship;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What all publications of a window share.
 *
 * @param looking keeps the number of videos that are looked into at once small
 * @param folders holds a folder for each draft
 */
public record Workplace(
        Texts texts,
        VideoEngine engine,
        Drafts drafts,
        Background background,
        Turns looking,
        PrepareQueue queue,
        Launches launches,
        Authorship author,
        HouseModel house,
        Path folders,
        InstantSource clock) {
    private static final int LOOKED_INTO_AT_ONCE = 2;

    public Workplace(
            Texts texts,
            VideoEngine engine,
            Drafts drafts,
            Background background,
            Launches launches,
            Authorship author,
            HouseModel house,
            Path folders,
            InstantSource clock) {
        this(
                texts,
                engine,
                drafts,
                background,
                new Turns(LOOKED_INTO_AT_ONCE),
                new PrepareQueue(),
                launches,
                author,
                house,
                folders,
                clock);
    }

    /** What is made of a draft is kept there. */
    public Path folder(DraftId draft) {
        return folders.resolve(draft.toString());
    }
}
