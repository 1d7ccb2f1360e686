package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.ForkFindings;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;

/** The forks of a task as a network has them, the worst first, and the steps that nobody can know. */
public record ForkList(List<ForkRow> rows, int total, List<UnknowableStep> unknowable, int unknowableTotal) {

    /** How many are shown where people read them. */
    public static final int SHOWN = 50;
    /** How many of the last shared symbols of a fork are told. */
    public static final int MOST_SYMBOLS = 5_000;

    public ForkList {
        rows = List.copyOf(rows);
        unknowable = List.copyOf(unknowable);
    }

    /**
     * The forks of a network. None where the sequences are drawn: there each fork is another one.
     *
     * @param most      how many forks and steps at most
     * @param witnessed of how many of the forks it is asked which symbol is remembered
     */
    public static ForkList of(FedNetwork network, int most, int witnessed) {
        if (!MemoryUnits.isFor(network.experiment())) {
            return new ForkList(List.of(), 0, List.of(), 0);
        }
        Memory memory = network.memory();
        ForkFindings findings = network.findings();
        List<Integer> worst = findings.worstFirst(most);
        List<ForkRow> rows = new ArrayList<>();
        List<SymbolWitness> witnesses =
                SymbolWitness.of(network.parameters(), memory, worst.subList(0, Math.min(worst.size(), witnessed)));
        for (int place = 0; place < worst.size(); place++) {
            int number = worst.get(place);
            Optional<SymbolWitness> witness =
                    place < witnesses.size() ? Optional.of(witnesses.get(place)) : Optional.empty();
            rows.add(new ForkRow(
                    number,
                    memory.fork(number, MOST_SYMBOLS),
                    findings.bits(number),
                    findings.separation(number),
                    findings.separationBefore(number),
                    findings.margin(number),
                    findings.worstTargets(number),
                    findings.verdict(number),
                    witness));
        }
        List<UnknowableStep> unknowable = memory.unknowable();
        return new ForkList(
                rows, findings.size(), unknowable.stream().limit(most).toList(), unknowable.size());
    }
}
