package dev.slipway.server.verification;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's check of finished files, as far as this module needs it. Blocking. */
interface ArtifactCheck {

    /** @param hearing is told of the sound where it wants it */
    Outcome run(Request request, CheckedSound.Hearing hearing);

    /**
     * What to check.
     *
     * @param files by the artifact's name in the manifest
     * @param manifest the exact bytes that were signed
     * @param avatar the author's picture as it was uploaded; empty where there is none to check
     * @param limit after so long the check is ended
     */
    record Request(Map<String, Path> files, byte[] manifest, Optional<byte[]> avatar, Duration limit) {}

    /** How a check ended. */
    sealed interface Outcome {
        /**
         * All files are what the manifest says.
         *
         * @param checks what was checked, in sentences
         * @param indexes by the artifact's name, of files with tracks
         * @param avatar the author's picture made anew, where there was one
         * @param material what the pictures can be judged by
         */
        record Passed(
                List<String> checks, Map<String, TrackIndex> indexes, Optional<byte[]> avatar, ReviewMaterial material)
                implements Outcome {}

        /** At least one is not. */
        record Refused(ProblemCode code, String message) implements Outcome {}

        /** The worker was ended from outside or never began: this says nothing about the files. */
        record Disturbed(String message) implements Outcome {}

        /**
         * The worker had begun, and crashed or took too long: the file's fault or the machine's, nobody can tell the
         * first time.
         */
        record Died(ProblemCode code, String message) implements Outcome {}
    }
}
