package vn.lienthong.routes.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.approval.ApprovalJournal;
import vn.lienthong.gateway.approval.NextAtDesk;
import vn.lienthong.gateway.approval.SignFile;
import vn.lienthong.gateway.approval.SignRequestAtDesk;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.desk.OpenHandOff;

/** Officers who sign with the tokens at their own desks. */
@Configuration(proxyBeanMethods = false)
class ApprovalDeskWiring {

    @Bean
    SignRequestAtDesk signRequestAtDesk(
            SigningRequests requests,
            Signers signers,
            SignerKeys keys,
            SignFile files,
            OpenHandOff opening,
            ApprovalJournal journal,
            Clock clock) {
        return new SignRequestAtDesk(requests, signers, keys, files, opening, journal, clock);
    }

    @Bean
    NextAtDesk nextAtDesk(SigningBatches batches, SigningRequests requests, Signers signers, Clock clock) {
        return new NextAtDesk(batches, requests, signers, clock);
    }
}
