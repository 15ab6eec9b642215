package dev.slipway.media.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongTurnsTest {
    private static final int ORDINARY = 0;
    private static final int FIRST_IN_FIRST_OUT = 1;

    @BeforeEach
    void onLinux() {
        assumeTrue(KernelScheduler.isHere(), "skipped: this is no Linux");
    }

    @Test
    void longTurnsPassOnToThreadsThatAreStartedMeanwhileAndEndWithIt() {
        AtomicInteger own = new AtomicInteger(-1);
        AtomicInteger childs = new AtomicInteger(-1);
        try (LongTurns turns = LongTurns.toEncode(Duration.ofMinutes(1))) {
            assertThat(turns).isNotNull();
            own.set(policy());
            inThread(() -> childs.set(policy()));
        }
        assertThat(own).hasValue(LongTurns.BATCH);
        assertThat(childs).hasValue(LongTurns.BATCH);
        assertThat(policy()).isEqualTo(ORDINARY);
    }

    /** A preparation that a person started with nice stays behind what the person does. */
    @Test
    void aThreadThatGoesBehindOthersStaysThere() {
        AtomicInteger during = new AtomicInteger(-1);
        AtomicInteger after = new AtomicInteger(-1);
        inThread(() -> {
            beNice(5);
            try (LongTurns turns = LongTurns.toEncode(Duration.ofMinutes(1))) {
                assertThat(turns).isNotNull();
                assertThat(policy()).isEqualTo(LongTurns.BATCH);
                during.set(new KernelScheduler().niceness());
            }
            after.set(new KernelScheduler().niceness());
        });
        assertThat(during).hasValue(5);
        assertThat(after).hasValue(5);
    }

    /** setpriority(2) for the calling thread. */
    private static void beNice(int niceness) {
        Linker linker = Linker.nativeLinker();
        MethodHandle call = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            assertThat((int) call.invokeExact(0, 0, niceness)).isZero();
        } catch (Throwable e) {
            throw new AssertionError("setpriority", e);
        }
    }

    @Test
    void aShortFilmIsNotWorthAsking() {
        try (LongTurns turns = LongTurns.toEncode(Duration.ofSeconds(2))) {
            assertThat(turns).isNotNull();
            assertThat(policy()).isEqualTo(ORDINARY);
        }
    }

    @Test
    void whatTheKernelRefusesIsAnswered() {
        int noThread = Integer.MAX_VALUE;
        assertThat(new KernelScheduler().set(noThread, LongTurns.BATCH, 0)).isNegative();
        assertThat(new KernelScheduler().setWithTurn(99, 0)).isNegative();
    }

    /** Only root may put a thread into the real-time class, as in a container. */
    @Test
    void aThreadInTheRealTimeClassGetsBackWhatItHadAlsoWhenOpeningFails() {
        AtomicInteger during = new AtomicInteger(-1);
        AtomicInteger after = new AtomicInteger(-1);
        inThread(() -> {
            try (LongTurns turns = LongTurns.toEncode(Duration.ofMinutes(1))) {
                assertThat(turns).isNotNull();
                assertThatThrownBy(() -> RealTime.keepOutOf(() -> {
                            new KernelScheduler().set(0, FIRST_IN_FIRST_OUT, 1);
                            during.set(policy());
                            throw new IllegalStateException("opening failed");
                        }))
                        .hasMessage("opening failed");
                after.set(policy());
            }
        });
        assumeTrue(during.get() == FIRST_IN_FIRST_OUT, "skipped: this user gets no real-time class");
        assertThat(after).hasValue(LongTurns.BATCH);
    }

    private static int policy() {
        return new KernelScheduler().policyOf(0);
    }

    private static void inThread(Runnable task) {
        Thread thread = Thread.ofPlatform().start(task);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
