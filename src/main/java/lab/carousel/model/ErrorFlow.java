package lab.carousel.model;

public enum ErrorFlow {
    ALL_PATHS,
    /**
     * The truncation of Hochreiter and Schmidhuber (1997): an error that comes to the net input of a gate or the candidate
     * changes the weights there, but goes back neither to the layer's own h before nor, through a peephole, to a cell state,
     * as described by Gers, Schraudolph and Schmidhuber (2002).
     * From step to step it goes from c to c alone. To the layer below it goes at the same step.
     */
    CELL_STATE_ONLY
}
