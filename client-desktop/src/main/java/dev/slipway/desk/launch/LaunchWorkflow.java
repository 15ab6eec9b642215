package dev.slipway.desk.launch;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationForm;
import java.util.List;

/** From finished files to a page, in two halves: {@link Contact}, and a {@link Launch} for each publication. Blocking. */
public final class LaunchWorkflow {
    private final Run.Crew crew;

    public LaunchWorkflow(Dock dock, CancelSignal cancel, Steps steps) {
        this.crew = new Run.Crew(dock, cancel, steps);
    }

    /** @throws DeskException when the form breaks a rule, or the server or the chain's node is not what it should be */
    public Contact meet(LaunchRequest request) {
        requireForm(request.form());
        crew.cancel().onCancel(() -> crew.dock().http().dispatcher().cancelAll());
        return Contact.with(request, crew.dock(), crew.steps(), crew.cancel());
    }

    /** @param journal of this publication, whether it is new or was begun before; the launch does not close it */
    public Launch launch(LaunchRequest request, Contact contact, Journal journal) {
        return Launch.of(new Run(request, contact, crew, journal));
    }

    private static void requireForm(PublicationForm form) {
        List<Violation> violations = FormRules.check(form);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw new DeskException(ProblemCode.INVALID_FORM, first.field() + ": " + first.message() + ".");
        }
    }
}
