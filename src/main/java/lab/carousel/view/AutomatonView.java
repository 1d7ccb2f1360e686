package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.JoinedPrefixes;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** The automaton that the task asks for, and the one that the network has become, of the words of the task. */
public final class AutomatonView implements View {

    @Override
    public PlaceName name() {
        return PlaceName.AUTOMATON;
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
    public List<String> sentences() {
        return List.of("answer", "limits");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Alphabet alphabet = experiment.task().alphabet();
        TaskAutomaton task = new TaskAutomaton(experiment);
        NetworkTeacher teacher = new NetworkTeacher(experiment, look.network().parameters(), Operation.NONE);
        NetworkAutomaton found = NetworkAutomaton.of(task, teacher, AskedWords.TASK, SearchLimits.USUAL);
        return new Answer(
                        AutomatonDrawing.of(task, found, look.epoch(), alphabet),
                        Message.text("automaton.picture", look.epoch()))
                .says(
                        "answer",
                        JoinedPrefixes.of(task, teacher, SearchLimits.USUAL).words())
                .says("limits", found.words(alphabet));
    }
}
