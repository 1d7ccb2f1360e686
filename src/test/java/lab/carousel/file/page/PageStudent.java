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

    /** What is too small on a phone. */
    static final String SMALL =
            """
            /** On a phone texts have 16 pixels, headings of tables 14, and what is touched 44; words and what unfolds in height. */
            const small = () => {
              if (window.innerWidth > 599) {
                return [];
              }
              const texts = Array.from(document.querySelectorAll('body *:not(svg *):not(script):not(option):not(optgroup)'))
                .filter((node) => Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.data.trim() !== ''))
                .filter((node) => isSeen(node) && node.className !== 'visuallyHidden')
                .filter((node) => parseFloat(getComputedStyle(node).fontSize) < (node.closest('th') ? 14 : 16));
              const touched = 'button, select, input:not([type=radio]):not([type=checkbox]), textarea, .choice, .switch, .layers label';
              const targets = Array.from(document.querySelectorAll(touched)).filter(isSeen).filter((node) => {
                const { width, height } = node.getBoundingClientRect();
                return Math.min(width, height) < 43.5;
              });
              const words = Array.from(document.querySelectorAll('.term, summary')).filter(isSeen)
                .filter((node) => node.getBoundingClientRect().height < 43.5);
              return texts.concat(targets, words).map((node) => node.tagName + ' ' + (node.id || node.textContent.trim().slice(0, 30)));
            };
            const isSeen = (node) => node.offsetParent !== null && getComputedStyle(node).visibility === 'visible';
            """;

    /** Waits for an element, presses buttons, types: as a hand does. */
    private static final String TAKE = SMALL
            + """
            const get = (id) => document.getElementById(id);
            const press = (id) => get(id).click();
            const type = (id, value) => {
              get(id).value = value;
              get(id).dispatchEvent(new Event('input'));
            };
            const choice = NUMBER;
            const OF_RUN = ['state', 'epoch', 'verdict', 'floors'];
            const VERDICTS = {
              'shown.verdict': ['REMEMBERS', 'A_TRACE', 'NOT_YET', 'NEEDS_NO_MEMORY', 'CANNOT_BE_KNOWN'],
              'shown.forecast': ['FORECASTS', 'BETTER_THAN_ECHO', 'NOT_SHOWN_BETTER', 'ECHOES', 'WORSE', 'TOO_FEW'],
            };
            const isOdd = choice % 5 === 4;
            const named = () => WORDS.language + ' ' + stepNow().id + ': ';
            const found = [];
            const trained = () => new Promise((ready) => {
              const look = () => document.body.classList.contains('training') ? setTimeout(look, 5) : ready();
              look();
            });
            const find = (problem) => found.push(named() + problem);
            const readAll = () => {
              for (const spoken of BOTH ? ['de', 'en'] : [WORDS.language === 'en' ? 'de' : 'en']) {
                document.querySelector('[data-speak=' + spoken + ']').click();
                const text = get('lessonPart').innerText;
                const bad = /undefined|NaN|\\[object|\\{\\d|\\b(page|lesson|verdict|microscope|loss|series|forecast)\\.[a-z]/.exec(text);
                if (bad) {
                  find(spoken + ' says ' + bad[0]);
                }
                small().forEach((what) => find(spoken + ' is too small: ' + what));
                if (document.documentElement.scrollWidth > window.innerWidth) {
                  find(spoken + ' must be scrolled sideways: ' + document.documentElement.scrollWidth);
                }
              }
            };
            const read = ({ reads }) => situationNow()[reads];
            const see = (observation, at) => {
              if (!observation.isHere) {
                if (get('lessonSeen' + (at + 1) + '-1') || get('lessonRead' + (at + 1))) {
                  find('asks what it does not show');
                }
                return;
              }
              if (!['verdict', 'numbers', 'loss', 'states', 'cellPart'].every((id) => isSeen(get(id)))) {
                find('does not show what it asks about');
              }
              if (get('lessonRead' + (at + 1))) {
                type('lessonRead' + (at + 1), String(read(observation) + (isOdd ? 1 : 0)).slice(0, 7));
                press('lessonCheck' + (at + 1));
              } else {
                const right = observation.reads ? VERDICTS[observation.reads].indexOf(read(observation)) : observation.right || 0;
                press('lessonSeen' + (at + 1) + '-' + (isOdd ? (right + 1) % 2 + 1 : right + 1));
              }
              if (observation.isOpinion && isMarked()) {
                find('calls an opinion correct');
              }
            };
            const isMarked = () => get('lesson').innerText.includes(word('lesson.observe.agrees', ['']));
            /** What is left undone, or done wrong, does not pass; what is right is told at once where nothing is to be seen first. */
            const undone = (what) => {
              const { choices, rules } = stepNow();
              const isTold = choices > 0 && answersNow().isCommitted && rules.sights.length === 0;
              if (!get('lessonNext').disabled || !get('lessonMissing') || Boolean(get('lessonExplanation')) !== isTold || isMarked()) {
                find('passes with ' + what);
              }
            };
            /** Before the answer exactly what the question hides is away, the run cannot be started, and what is known stands there. */
            const predict = (now) => {
              document.querySelectorAll('[data-spot]').forEach((part) => {
                if (isSeen(part) && now.rules.hides.includes(part.dataset.spot)) {
                  find('shows ' + part.dataset.spot + ' before the answer');
                }
              });
              ['loss', 'state', 'status', 'microscope'].filter((spot) => !now.rules.hides.includes(spot) && now.experiment).forEach((spot) => {
                if (!isSeen(document.querySelector('[data-spot=' + spot + ']'))) {
                  find('hides ' + spot);
                }
              });
              if (textsNow().needs.some((words) => get('lessonMissing').textContent.includes(words)) || get('lessonTrain')) {
                find('asks for more than the answer before it is given');
              }
              if (now.rules.hides.length > 0 && now.experiment) {
                const before = PAGE.run;
                get('play').click();
                get('try').requestSubmit();
                playOrPause();
                if (PAGE.run !== before || PLAY.isPlaying) {
                  find('trains before the answer');
                }
                if (!isSeen(get('known')) || !isSeen(get('settings'))) {
                  find('shows nothing of what is known');
                }
              }
            };
            /** What to change where a step leaves it to the reader. */
            const IDEAS = {
              find: { updateInterval: '', epochs: '500' },
              leave: { updateInterval: '', epochs: '300' },
              bias: { inputGateBias: '-2', epochs: '300' },
              lag: { lag: '4' },
            };
            const put = (field, value) => {
              get(field).value = value;
              get(field).dispatchEvent(new Event('input', { bubbles: true }));
            };
            const trainFor = async (epochs) => {
              put('epochs', String(epochs));
              press('lessonTrain');
              await trained();
              stopPlay();
              if (PAGE.view.epoch !== epochs) {
                find('ends after ' + PAGE.view.epoch + ' epochs');
              }
            };
            /** Trains with nothing changed, which does not pass where more is asked for; then does what is asked for. */
            const meet = async (now) => {
              const conditions = now.rules.needs.flat();
              const own = Number(get('epochs').value);
              if (conditions.some(({ reads }) => reads !== 'state')) {
                await trainFor(1);
                undone('a run in which nothing was changed');
              }
              if (conditions.some(({ value }) => value === 'the same')) {
                put('resetPolicy', shownText('resetPolicy', 'after epoch'));
                await trainFor(1);
                undone('the wrong reset');
                put('resetPolicy', shownText('resetPolicy', 'after sequence'));
              }
              Object.entries(IDEAS[now.id] || { epochs: String(own) }).forEach(([field, value]) => put(field, value));
              const epochs = Number(get('epochs').value);
              const least = Math.max(0, ...conditions.filter(({ reads }) => reads === 'epoch').map(({ value }) => value));
              const isOfVerdict = conditions.some(({ reads }) => reads === 'verdict' || reads === 'floors');
              for (const need of now.rules.needs) {
                need.concat(conditions.filter(({ test }) => test === 'CHANGED')).forEach(({ reads, test, value }) => {
                  const field = reads;
                  if (test === 'CHANGED') {
                    put(field, (IDEAS[now.id] || {})[field] || String(100 + choice));
                  } else if (get(field) && reads !== 'state') {
                    put(field, shownText(field, String(value)));
                  }
                });
                if (!answersNow().met[now.rules.needs.indexOf(need)] || need === now.rules.needs[now.rules.needs.length - 1]) {
                  await trainFor(isOfVerdict ? epochs : Math.max(least, Math.min(epochs, EPOCHS)));
                }
              }
              if (!toldNow().isAllMet) {
                find('was done, and still asks: ' + get('lessonMissing').textContent);
              }
            };
            const step = async () => {
              const now = stepNow();
              if (get('stepByStep').checked) {
                find('begins step by step');
              }
              const isAsked = now.choices > 0 || now.rules.sights.some(({ isHere }) => isHere);
              // Nothing that was done in a step before does it
              const isOpen = now.rules.needs.flat().some(({ reads, test }) => test === 'CHANGED' || OF_RUN.includes(reads));
              if (isAsked || isOpen) {
                undone('nothing done');
              }
              if (now.choices > 0) {
                if (!get('lessonReveal').disabled) {
                  find('can be revealed before a prediction');
                }
                predict(now);
                press('lessonChoice' + (1 + choice % now.choices));
                if (get('lessonReason') && choice % 7 !== 3) {
                  type('lessonReason', 'reason ' + choice);
                }
                undone('a prediction that is not committed to');
                press('lessonReveal');
              }
              now.rules.needs.flat().filter(({ reads }) => reads === 'quantity').forEach(({ value }) => {
                undone('a heatmap that shows something else');
                document.querySelector('input[name=layer][value="' + value + '"]').click();
              });
              if (now.rules.needs.flat().some(({ reads, value }) => reads === 'evaluation' && value === 'step by step')) {
                undone('a network looked at as trained');
                press('stepByStep');
              }
              if (now.asksToTrain) {
                if (isOpen || now.rules.sights.some(({ isHere }) => isHere)) {
                  undone('a prediction alone');
                }
                await meet(now);
              }
              if (now.choices > 0 && !toldNow().isExplained) {
                press('lessonChoice' + (now.rules.right === undefined ? 1 : now.rules.right + 1));
              }
              now.rules.sights.forEach(see);
              if (now.choices > 0 && !get('lessonExplanation')) {
                find('never explained');
              }
              for (let card = 1; card <= now.cards.length; card++) {
                press('lessonTurn' + card);
                press(choice % 3 === 0 ? 'lessonNotYet' + card : 'lessonKnew' + card);
              }
              readAll();
              if (get('lessonNext').disabled !== (LESSON.at === DATA.lesson.steps.length - 1)) {
                find('cannot go on');
              } else if (!get('lessonNext').disabled) {
                press('lessonNext');
                return;
              }
              type('lessonStudent', 'Student, no. ' + choice);
            };
            const at = LESSON.at;
            const told = (problems) => done({ problems, isLast: LESSON.at === at });
            step().then(() => told(found), (failed) => told(found.concat(named() + failed)));
            """;

    /** What came of it: what was not as it should be, and the answers as the page would save them. */
    record Taken(List<String> problems, AnswerSheet sheet) {}

    /** Takes the lesson of the page that is open. */
    Taken take(Browser browser) throws IOException, InterruptedException {
        String step = TAKE.replace("NUMBER", Integer.toString(number))
                .replace("EPOCHS", Integer.toString(mostEpochs))
                .replace("BOTH", Boolean.toString(mostEpochs == NO_BOUND));
        List<String> problems = new ArrayList<>();
        JsonNode told;
        do {
            told = browser.runAndWait(step);
            told.get("problems").forEach(problem -> problems.add(problem.textValue()));
        } while (!told.get("isLast").booleanValue());
        return new Taken(problems, AnswersFile.parse("page", text(browser)));
    }

    /** The answers of the page that is open, as it would save them. */
    static byte[] text(Browser browser) throws IOException, InterruptedException {
        return browser.run("return answersText()").textValue().getBytes(StandardCharsets.UTF_8);
    }
}
