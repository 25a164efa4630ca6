package vn.lienthong.routes.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.dossier.reception.VerifyAgain;
import vn.lienthong.gateway.dossier.reception.VerifySubmission;
import vn.lienthong.gateway.signature.file.VerificationLimits;

/** Files that could not be looked at are looked at again by a program, or limits, that can do more. */
@Configuration(proxyBeanMethods = false)
class UncheckedWiring {

    @Bean
    VerifyAgain.Looking looking(VerifySubmission verifying, VerificationLimits limits, ChooseOpinions opinions) {
        return VerifyAgain.Looking.within(limits, verifying, opinions);
    }
}
