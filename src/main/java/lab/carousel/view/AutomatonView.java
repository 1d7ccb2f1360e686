package lab.carousel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.picture.map.AutomatonSide;
import lab.carousel.study.Lesion;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.JoinedPrefixes;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** The automaton that the task asks for, and the one that the network has become: of the task's words at once, of all words by a search. */
public final class AutomatonView implements View {

    private static final String WORDS = "words";
    private static final String SILENCED = "silenced";
    /** Symbols that are fed to compare pairs of beginnings. Not a time, so that the same network has the same answer. */
    private static final int MOST_FED = 50_000;
    /** More pairs of joined beginnings are not told. */
    private static final int MOST_PAIRS = 6;
    /** Seconds in Chromium, for each symbol that is fed and each weight of a network. */
    private static final double SECONDS = 4e-9;

    /** Whose automaton it is. */
    private record Subject(Experiment experiment, Parameters parameters, Set<Integer> silenced) {

        NetworkTeacher teacher() {
            Lesion lesion = Lesion.silence(silenced, Quantity.HIDDEN_STATE);
            return new NetworkTeacher(experiment, parameters, Lesion.operation(List.of(lesion), parameters.layout()));
        }

        boolean isOf(Subject other) {
            return experiment.equals(other.experiment) && silenced.equals(other.silenced);
        }
    }

    /** @param network empty before it is searched */
    private record Found(Subject subject, int epoch, Optional<NetworkAutomaton> network, JoinedPrefixes joined) {}

    private final SingleEntryCache<Experiment, TaskAutomaton> tasks = new SingleEntryCache<>(TaskAutomaton::new);
    private Optional<Found> ofTask = Optional.empty();
    /** What was found last on all words; a search goes on beside the answers. */
    private volatile Optional<Found> searched = Optional.empty();

    @Override
    public PlaceName name() {
        return PlaceName.AUTOMATON;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        return List.of(
                Choice.of(name(), WORDS, List.of(AskedWords.values()), AskedWords.TASK),
                Choice.units(name(), SILENCED, experiment.layout(), ""));
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return TaskAutomaton.obstacle(experiment).map(Message::text);
    }

    @Override
    public boolean drawsAutomata() {
        return true;
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public double seconds(Experiment experiment) {
        double steps = experiment.task().steps();
        return SECONDS * experiment.layout().size() * (steps + Math.min(MOST_FED, steps * steps));
    }

    @Override
    public List<String> sentences() {
        return List.of("answer", "pairs", "limits", "caption");
    }

    private static Subject subject(Look look, Chosen chosen) {
        Set<Integer> silenced = chosen.units(SILENCED, look.experiment().layout());
        return new Subject(look.experiment(), look.network().parameters(), silenced);
    }

    /** Of all words, which may take seconds. */
    @Override
    public Optional<Job> job(Look look, Chosen chosen) {
        Subject subject = subject(look, chosen);
        return chosen.of(WORDS, AskedWords.class) == AskedWords.TASK
                ? Optional.empty()
                : Optional.of(new Job(
                        subject, SearchLimits.USUAL.seconds(), isStopped -> search(subject, look.epoch(), isStopped)));
    }

    private void search(Subject subject, int epoch, BooleanSupplier isStopped) {
        TaskAutomaton task = tasks.of(subject.experiment);
        SearchLimits limits = SearchLimits.USUAL.stoppedBy(isStopped);
        NetworkAutomaton network = NetworkAutomaton.of(task, subject.teacher(), AskedWords.ALL, limits);
        searched = Optional.of(new Found(subject, epoch, Optional.of(network), joined(task, subject)));
    }

    private static JoinedPrefixes joined(TaskAutomaton task, Subject subject) {
        NetworkTeacher teacher = subject.teacher();
        return JoinedPrefixes.of(task, teacher, new SearchLimits(0, Double.MAX_VALUE, () -> teacher.fed() > MOST_FED));
    }

    private Found found(Look look, Chosen chosen, TaskAutomaton task) {
        Subject subject = subject(look, chosen);
        if (chosen.of(WORDS, AskedWords.class) == AskedWords.ALL) {
            return searched.filter(last -> last.subject.isOf(subject))
                    .orElseGet(() -> new Found(subject, look.epoch(), Optional.empty(), joined(task, subject)));
        }
        Found found = ofTask.filter(last -> last.subject.equals(subject))
                .orElseGet(() -> new Found(
                        subject,
                        look.epoch(),
                        Optional.of(NetworkAutomaton.ofTask(task, subject.teacher())),
                        joined(task, subject)));
        ofTask = Optional.of(found);
        return found;
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        TaskAutomaton task = tasks.of(look.experiment());
        Alphabet alphabet = look.experiment().task().alphabet();
        Found found = found(look, chosen, task);
        int here = look.step().flatMap(task::prefixAt).orElse(TaskAutomaton.EMPTY);
        List<AutomatonSide> sides = Stream.concat(
                        Stream.of(AutomatonSide.of(task, alphabet)),
                        found.network.stream().map(network -> AutomatonSide.of(network, found.epoch, task, alphabet)))
                .toList();
        AutomatonDrawing drawing = new AutomatonDrawing(sides, alphabet, here);
        Answer answer = new Answer(drawing, Message.text("automaton.picture", found.epoch))
                .says("answer", found.joined.words())
                .says("pairs", pairs(found.joined, task, alphabet))
                .says("limits", limits(found, look, task))
                .says("caption", Message.text("automaton.caption"))
                .selects(spot -> selected(sides, spot, here, task));
        found.network.ifPresent(network -> {
            if (chosen.of(WORDS, AskedWords.class) == AskedWords.TASK) {
                answer.tells(
                        found.subject.silenced.isEmpty() ? Situation.AUTOMATON : Situation.LESIONED_AUTOMATON,
                        network.automaton().size());
            }
        });
        return answer;
    }

    private static String pairs(JoinedPrefixes joined, TaskAutomaton task, Alphabet alphabet) {
        String told = joined.pairs().stream()
                .limit(MOST_PAIRS)
                .map(pair -> Message.text(
                        "automaton.pair",
                        AutomatonSide.beginning(pair.one(), task, alphabet),
                        AutomatonSide.beginning(pair.other(), task, alphabet)))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : Message.text("automaton.pairs", told, Math.max(0, joined.all() - MOST_PAIRS));
    }

    /** Of which words it is true, why it is not finished, and of which epoch it is. */
    private static String limits(Found found, Look look, TaskAutomaton task) {
        Alphabet alphabet = look.experiment().task().alphabet();
        List<String> said = new ArrayList<>();
        if (!found.subject.parameters.equals(look.network().parameters())) {
            said.add(Message.text("automaton.old", found.epoch));
        }
        said.add(found.network
                .map(network -> network.words(alphabet))
                .orElseGet(() -> Message.text("automaton.notYet")));
        found.network.stream()
                .flatMap(network -> network.behind().stream())
                .forEach(symbol -> said.add(Message.text("automaton.behind", alphabet.symbol(symbol))));
        if (task.isMixed()) {
            said.add(Message.text("automaton.mixed"));
        }
        return String.join(" ", said);
    }

    /** The first step after which the task is in a state; of one in which it is after the selected step, the next such step. */
    private static Optional<Selected> selected(List<AutomatonSide> sides, Hit spot, int here, TaskAutomaton task) {
        Automaton automaton = sides.get(spot.row()).automaton();
        List<Integer> there = automaton.states().get(spot.column()).prefixes().stream()
                .filter(prefix -> prefix != TaskAutomaton.EMPTY)
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : task.step(there.get((there.indexOf(here) + 1) % there.size())).flatMap(Selected::step);
    }
}
