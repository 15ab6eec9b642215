package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.worker.WorkerOutcome;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftwareRetryTest {
    private static final PrepareRequest SOFTWARE = new PrepareRequest(
            Path.of("film.mp4"), Path.of("out"), PlanRequest.defaults(), PrepareRequest.Beginning.AFRESH);
    private static final PrepareRequest ON_DEVICE = SOFTWARE.withDevices(
            new Devices(List.of(new Devices.Chosen(DeviceEncoder.H264_VAAPI, "a driver of the test"))));
    private static final WorkerOutcome<Prepared> CRASH = new WorkerOutcome.Crashed<>(139, List.of());

    private final List<PrepareRequest> asked = new ArrayList<>();

    @Test
    void aDriverThatBringsTheWorkerDownIsLeftOutOfTheSecondRun() {
        assertThat(run(ON_DEVICE, CRASH)).isSameAs(CRASH);
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().devices()).isEqualTo(Devices.none());
        assertThat(asked.getLast().beginning()).isEqualTo(PrepareRequest.Beginning.RESUMED);
    }

    @Test
    void oneThatStandsStillToo() {
        run(ON_DEVICE, new WorkerOutcome.TimedOut<>(Duration.ofMinutes(10), List.of()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aDriverThatTakesTooMuchMemoryToo() {
        run(ON_DEVICE, new WorkerOutcome.OverMemory<>(1L << 30, List.of()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aCrashInSoftwareIsNotTriedAgain() {
        run(SOFTWARE, CRASH);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRefusalIsNotTheDevices() {
        run(ON_DEVICE, new WorkerOutcome.Failed<>(ProblemCode.NOT_A_VIDEO, "This is not a video."));
        assertThat(asked).hasSize(1);
    }

    @Test
    void progressDoesNotFallBackWhenTheRestIsMadeAgain() {
        List<Double> fractions = new ArrayList<>();
        Iterator<Double> reached = List.of(0.6, 0.2).iterator();
        new SoftwareRetry(
                        (work, ears) -> {
                            ears.progress(new Progress(reached.next(), 0, 0, 0, Map.of()));
                            return CRASH;
                        },
                        progress -> fractions.add(progress.fraction()))
                .run(ON_DEVICE);
        assertThat(fractions).containsExactly(0.6, 0.6);
    }

    private WorkerOutcome<Prepared> run(PrepareRequest request, WorkerOutcome<Prepared> outcome) {
        return new SoftwareRetry(
                        (work, ears) -> {
                            asked.add(work);
                            return outcome;
                        },
                        ProgressListener.silent())
                .run(request);
    }
}
