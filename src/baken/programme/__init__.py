"""The programme as a whole: target group, registration, contract, certificates, and decisions of the law."""
