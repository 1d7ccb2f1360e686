package lab.carousel.study;

import lab.carousel.model.Experiment;
import lab.carousel.model.Network;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.memory.Exchange;
import lab.carousel.task.memory.Memory;

/**
 * Which symbol is remembered? Bits prove that a network remembers something as far back as a fork asks for, or farther. This
 * puts the other's symbol where the two contexts of a pair first differ, leaves all else, and looks whether the answer
 * follows: whether the net input of the other's target is then above that of the own.
 *
 * @param right in how many exchanges it follows
 * @param of    of how many; 0 if there can be none, since one context has only its beginning there
 */
public record SymbolWitness(int right, int of) {

    /** The most exchanges for a fork. */
    public static final int MOST = 200;

    /**
     * Asks a network about a fork. Takes as long as feeding {@value #MOST} contexts at most.
     *
     * @param memory what the task of the experiment asks of a memory
     * @param fork   its number there
     */
    public static SymbolWitness of(Experiment experiment, Parameters parameters, Memory memory, int fork) {
        NetworkState state = new NetworkState(parameters.layout());
        double[] z = new double[experiment.layout().outputs()];
        int right = 0;
        int of = 0;
        for (Exchange exchange : memory.exchanges(fork, MOST)) {
            state.reset();
            for (int[] sample : exchange.fed()) {
                for (int symbol : sample) {
                    Network.step(parameters, symbol, state);
                }
            }
            Network.outputNetInputs(parameters, state, z);
            right += z[exchange.otherTarget()] > z[exchange.target()] ? 1 : 0;
            of++;
        }
        return new SymbolWitness(right, of);
    }
}
