package lab.carousel.file.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lab.carousel.file.json.JsonText;
import lab.carousel.text.Table;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.View;
import org.jspecify.annotations.Nullable;

/** What a view shows as a JSON object: its name, what is chosen, its sentences, and its table, in which null stands for what is missing. */
public final class ViewResult {

    private ViewResult() {}

    public static String json(View view, Chosen chosen, Answer answer) {
        Table<?> table = answer.drawing().table();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("view", view.name().key())
                .putPOJO("chosen", new TreeMap<>(chosen.values()))
                .putPOJO("sentences", answer.sentences());
        root.putObject("table")
                .putPOJO("columns", table.names())
                .putPOJO("rows", table.values().stream().map(ViewResult::known).toList());
        return JsonText.text(root);
    }

    private static List<@Nullable Object> known(List<?> row) {
        List<@Nullable Object> known = new ArrayList<>();
        for (Object value : row) {
            boolean isMissing = value.equals("") || value instanceof Double number && !Double.isFinite(number);
            known.add(
                    isMissing ? null : value instanceof Number || value instanceof Boolean ? value : value.toString());
        }
        return known;
    }
}
