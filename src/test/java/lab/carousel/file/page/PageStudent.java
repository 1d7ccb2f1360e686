package lab.carousel.file.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.answers.AnswerSheet;

/**
 * A student who takes the lesson of a page from its first step to its last, by the page's own buttons and fields.
 *
 * @param number     decides what is predicted and which seed is trained; one in five says something else than what is seen, and
 *                   one in seven gives no reasons
 * @param mostEpochs are trained at a time; without a bound, each step is read in both languages, else in one after the other
 */
record PageStudent(int number, int mostEpochs) {

    /** Trains what the steps say. */
    static final int NO_BOUND = Integer.MAX_VALUE;

    /** Waits for an element, presses buttons, types: as a hand does. */
    private static final String TAKE =
            """
            const get = (id) => document.getElementById(id);
            const press = (id) => get(id).click();
            const type = (id, value) => {
              get(id).value = value;
              get(id).dispatchEvent(new Event('input'));
            };
            const choice = NUMBER;
            const isOdd = choice % 5 === 4;
            const named = () => WORDS.language + ' ' + stepNow().id + ': ';
            const found = [];
            const trained = () => new Promise((ready) => {
              const look = () => document.body.classList.contains('training') ? setTimeout(look, 5) : ready();
              look();
            });
            const find = (problem) => found.push(named() + problem);
            const read = () => {
              for (const spoken of BOTH ? ['de', 'en'] : [WORDS.language === 'en' ? 'de' : 'en']) {
                document.querySelector('[data-speak=' + spoken + ']').click();
                const text = get('lessonPart').innerText;
                const bad = /undefined|NaN|\\[object|\\{\\d|\\b(page|lesson|verdict|microscope)\\.[a-z]/.exec(text);
                if (bad) {
                  find(spoken + ' says ' + bad[0]);
                }
                if (document.documentElement.scrollWidth > window.innerWidth) {
                  find(spoken + ' must be scrolled sideways: ' + document.documentElement.scrollWidth);
                }
              }
            };
            const isSeen = (node) => node.offsetParent !== null && getComputedStyle(node).visibility === 'visible';
            const see = (observation, at) => {
              if (observation.isHere && !['verdict', 'numbers', 'loss', 'states', 'cell'].every((id) => isSeen(get(id)))) {
                find('does not show what it asks about');
              }
              if (get('lessonSkip' + (at + 1)) && choice % 2 === 0) {
                press('lessonSkip' + (at + 1));
              } else if (get('lessonRead' + (at + 1))) {
                type('lessonRead' + (at + 1), String(shownValue(observation) + (isOdd ? 1 : 0)).slice(0, 7));
                press('lessonCheck' + (at + 1));
              } else if (get('lessonSeen' + (at + 1) + '-1')) {
                const right = observation.reads ? shownValue(observation) : observation.right || 0;
                press('lessonSeen' + (at + 1) + '-' + (isOdd ? (right + 1) % 2 + 1 : right + 1));
              }
            };
            const step = async () => {
              const now = stepNow();
              if (!isExplained() && !get('lessonNext').disabled) {
                find('goes on without what is asked');
              }
              if (now.choices > 0) {
                if (!get('lessonReveal').disabled) {
                  find('can be revealed before a prediction');
                }
                press('lessonChoice' + (1 + choice % now.choices));
                if (get('lessonReason') && choice % 7 !== 3) {
                  type('lessonReason', 'reason ' + choice);
                }
                if (get('lessonExplanation')) {
                  find('explained before it is revealed');
                }
                press('lessonReveal');
              }
              if (now.needsRun && now.experiment) {
                if (now.observe.length > 0 && get('lessonObserve1')) {
                  find('asks what is seen before anything is trained');
                }
                if (now.id === 'another-seed' || now.id === 'sure') {
                  get('seed').value = String(100 + choice);
                }
                get('epochs').value = String(Math.min(Number(get('epochs').value), EPOCHS));
                press('lessonTrain');
                await trained();
                if (view.epoch !== Number(get('epochs').value)) {
                  find('ends after ' + view.epoch + ' epochs');
                }
              }
              if (now.choices > 0 && !isExplained()) {
                press('lessonChoice' + (now.right === null ? 1 : now.right + 1));
              }
              now.observe.forEach(see);
              if (now.choices > 0 && !get('lessonExplanation')) {
                find('never explained');
              }
              for (let card = 1; card <= now.cards.length; card++) {
                press('lessonTurn' + card);
                press(choice % 3 === 0 ? 'lessonNotYet' + card : 'lessonKnew' + card);
              }
              read();
              if (get('lessonNext').disabled !== (LESSON.at === DATA.lesson.steps.length - 1)) {
                find('cannot go on');
              } else if (!get('lessonNext').disabled) {
                press('lessonNext');
                await step();
              }
            };
            step().then(() => {
              type('lessonStudent', 'Student, no. ' + choice);
              done(found);
            }, (failed) => done(found.concat(named() + failed)));
            """;

    /** What came of it: what was not as it should be, and the answers as the page would save them. */
    record Taken(List<String> problems, AnswerSheet sheet) {}

    /** Takes the lesson of the page that is open. */
    Taken take(Browser browser) throws IOException, InterruptedException {
        JsonNode found = browser.runAndWait(TAKE.replace("NUMBER", Integer.toString(number))
                .replace("EPOCHS", Integer.toString(mostEpochs))
                .replace("BOTH", Boolean.toString(mostEpochs == NO_BOUND)));
        List<String> problems = new ArrayList<>();
        found.forEach(problem -> problems.add(problem.textValue()));
        return new Taken(problems, AnswersFile.parse("page", text(browser)));
    }

    /** The answers of the page that is open, as it would save them. */
    static byte[] text(Browser browser) throws IOException, InterruptedException {
        return browser.run("return answersText()").textValue().getBytes(StandardCharsets.UTF_8);
    }
}
