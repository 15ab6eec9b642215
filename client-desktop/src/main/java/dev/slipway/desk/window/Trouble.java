package dev.slipway.desk.window;

import dev.slipway.desk.problem.DeskException;

/** Tells a person why the window cannot be opened. Blocking. */
public interface Trouble {

    /**
     * Says what is wrong, until the person has read it.
     *
     * @throws DeskException where there is no screen
     */
    void tell(DeskException problem);

    /**
     * The same, and asks whether a new library is wanted.
     *
     * @param keptAs what the damaged one is called then
     * @return what the person chose
     * @throws DeskException where there is no screen
     */
    boolean askForNewLibrary(DeskException problem, String keptAs);
}
