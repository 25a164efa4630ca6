package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongAddressesTest {

    @Test
    void whoTriesTooManyWaitsAndNobodyElse() {
        WrongAddresses wrong = new WrongAddresses(3);
        assertThat(wrong.tooMany("192.0.2.1")).isFalse();
        for (int i = 0; i < 3; i++) {
            wrong.count("192.0.2.1");
        }
        assertThat(wrong.tooMany("192.0.2.1")).isTrue();
        assertThat(wrong.tooMany("192.0.2.2")).isFalse();
        for (int i = 0; i < 3; i++) {
            wrong.count("2001:db8::" + i);
        }
        assertThat(wrong.tooMany("2001:db8::ffff")).as("of one /64").isTrue();
    }
}
