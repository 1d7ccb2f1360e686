package lab.carousel.ui.hyperparameters;

import java.util.function.UnaryOperator;

/** Takes over what a row changes in the draft. */
interface Edit {

    /** Changes the draft. */
    void change(UnaryOperator<HyperparametersDraft> change);
}
