package lab.carousel.file.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.carousel.file.json.JsonText;
import lab.carousel.study.forecast.ForecastJudge;

/** What is said of a forecast as a JSON object; null stands for what there is no number for. */
public final class ForecastResult {

    private ForecastResult() {}

    public static String json(ForecastJudge judged) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        judged.toJson().forEach(root::putPOJO);
        return JsonText.text(root);
    }
}
