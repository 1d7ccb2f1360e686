package lab.carousel.ui.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import lab.carousel.engine.Engine;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.study.verification.Verifier;
import lab.carousel.text.InLanguage;
import lab.carousel.ui.verification.VerificationState.VerificationKind;
import org.junit.jupiter.api.Test;

class VerificationStateTest {

    private static VerificationState state(Hyperparameters hyperparameters, Function<EngineName, Engine> engines) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        return VerificationState.of(
                new Verifier(engines).verify(experiment, InitialParameters.of(experiment), () -> false));
    }

    @Test
    void tellsOfADifference() {
        VerificationState state = state(
                Hyperparameters.reference().with(Settings.EPOCHS, 1),
                name -> name == EngineName.KERNEL
                        ? WatchedEngine.offset(Engines.named(name), 1.5)
                        : Engines.named(name));

        assertThat(state.kind()).isEqualTo(VerificationKind.DIFFERS);
        assertThat(state.headline()).isEqualTo("Differs from Deeplearning4j");
        assertThat(state.detail()).isEqualTo("largest difference 2e0");
        assertThat(state.hint()).contains("repeated the first 8", "losses differ by at most 2e0");
    }

    @Test
    void tellsWhyNothingCanBeCompared() {
        VerificationState state = state(
                Hyperparameters.reference().with(Settings.EPOCHS, 1).with(Settings.CELL, Cell.GRU), Engines::named);

        assertThat(state.kind()).isEqualTo(VerificationKind.KERNEL_ONLY);
        assertThat(state.headline()).isEqualTo("Kernel only");
        assertThat(state.hint())
                .contains(
                        "not compared, because Deeplearning4j has no such cells",
                        "it cannot train with this kind of cell");
    }

    @Test
    void tellsWhyDeeplearning4jCouldNotBeAsked() {
        VerificationState state = VerificationState.failed(new UnsatisfiedLinkError("no jnind4jcpu"));

        assertThat(state.kind()).isEqualTo(VerificationKind.FAILED);
        assertThat(state.headline()).isEqualTo("not verified");
        assertThat(state.hint()).contains("no jnind4jcpu", "carousel.log");
    }

    @Test
    void saysNothingOfTheOutcomeWhileItChecks() {
        assertThat(VerificationState.checking().headline()).isEqualTo("Deeplearning4j");
        assertThat(VerificationState.checking().detail()).isEqualTo("checking …");
    }

    @Test
    void speaksTheLanguageThatWasChosenSince() {
        VerificationState state = state(Hyperparameters.reference().with(Settings.EPOCHS, 1), Engines::named);
        VerificationState unasked = VerificationState.failed(new UnsatisfiedLinkError("no jnind4jcpu"));

        assertThat(state.headline()).isEqualTo("Verified by Deeplearning4j");
        assertThat(InLanguage.hear(InLanguage.GERMAN, state::headline)).isEqualTo("Von Deeplearning4j bestätigt");
        assertThat(InLanguage.hear(InLanguage.GERMAN, state::detail)).startsWith("größte Abweichung ");
        assertThat(InLanguage.hear(InLanguage.GERMAN, state::hint)).contains("Ausgaben: ");
        assertThat(InLanguage.hear(InLanguage.GERMAN, unasked::headline)).isEqualTo("nicht bestätigt");
    }
}
