package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of platforms as they were seen, and as nobody should send them. */
final class ProvincialReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200|{'code':200,'message':'OK'}|Ok",
                "200|{'code':0,'data':null}|Ok",
                "200|{'code':'200'}|Ok",
                "200|{'success':true,'message':'OK','docId':'1'}|Ok",
                "200|{'status':'OK','ErrorCode':'0','ErrorDesc':''}|Ok",
                "200|{'code':200,'data':{'docId':'1','status':'OK','errorCode':'0'}}|Ok",
                "200|{'code':200,'errorDetail':[]}|Ok",
                "200|[]|Ok",
                "200|{'code':400,'message':'Lỗi'}|mã lỗi 400 Lỗi",
                "200|{'code':200,'errorDetail':[{'exception':'hỏng'}]}|mã lỗi 200 hỏng",
                "200|{'success':false,'message':'Lỗi','data':{'errorCode':'22','errorDesc':'sai dạng'}}|mã lỗi 22 sai dạng",
                "200|{'code':200,'data':{'status':'error','errorCode':'18','errorDesc':''}}|mã lỗi 18",
                "200|{'status':'FAIL','ErrorCode':'15','ErrorDesc':'sai khóa'}|mã lỗi 15 sai khóa",
                "500|{'code':500,'message':'x'}|mã lỗi 500 x",
                "500|{'code':200}|HTTP 500 {'code':200}",
                "401|Unauthorized|HTTP 401 Unauthorized",
                "502|<html>|HTTP 502 <html>",
                "200|{}|HTTP 200 {}",
                "200|null|HTTP 200 null",
                "200|'OK'|HTTP 200 'OK'",
                "200||HTTP 200",
            })
    void anAnswerMeans(int status, String body, String meaning) {
        byte[] bytes = (body == null ? "" : body.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        AxisReply reply = ProvincialReply.of(status, bytes);
        String said = reply instanceof AxisReply.Ok ? "Ok" : reply.text();
        assertThat(said).isEqualTo(meaning.replace('\'', '"'));
    }
}
