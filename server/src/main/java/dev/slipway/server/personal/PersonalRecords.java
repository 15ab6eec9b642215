package dev.slipway.server.personal;

import java.util.List;

/**
 * What one feature keeps about a person. Every feature with a table that names an account, a wallet or a publication's
 * author has one of these.
 */
public interface PersonalRecords {

    /** The member of the export, such as {@code author}; no other feature's. */
    String name();

    /**
     * What is kept, as records that become JSON: nothing of anybody else, and no secret by which somebody could act as this
     * person.
     */
    List<?> of(Person person);

    /**
     * Part of the caller's transaction. The publications are deleted by then, and whoever listens to that has done so. Where
     * a law or somebody else's money keeps a row, what names the person goes out of it.
     */
    void erase(Person person);
}
