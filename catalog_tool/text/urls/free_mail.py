"""Domains in which anybody gets a mailbox, so an address there says nothing about a company."""

from __future__ import annotations

# The providers with the most users in the list that HubSpot publishes for its forms (npm package
# free-email-domains, MIT license), and the disposable mailboxes among them that people meet most.
_PROVIDERS = frozenset(
    "10minutemail.com 126.com 163.com aim.com alice.it aol.com arcor.de att.net bk.ru bluewin.ch "
    "btinternet.com charter.net comcast.net cox.net daum.net duck.com earthlink.net fastmail.com "
    "fastmail.fm foxmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net "
    "googlemail.com guerrillamail.com hanmail.net hey.com hotmail.co.uk hotmail.com hotmail.de "
    "hotmail.fr hotmail.it hushmail.com icloud.com inbox.lv inbox.ru interia.pl juno.com "
    "laposte.net libero.it list.ru live.com live.co.uk live.nl mac.com mail.com mail.ru "
    "mailbox.org mailinator.com me.com msn.com naver.com ntlworld.com o2.pl onet.pl orange.fr "
    "outlook.com outlook.de outlook.fr pm.me posteo.de proton.me protonmail.ch protonmail.com "
    "qq.com rambler.ru rediffmail.com rocketmail.com sapo.pt sbcglobal.net seznam.cz sfr.fr "
    "sina.com sky.com sohu.com t-online.de talktalk.co.uk tempmail.com terra.com.br tiscali.it "
    "tuta.com tutanota.com ukr.net uol.com.br verizon.net virgilio.it virginmedia.com wanadoo.fr "
    "web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au "
    "yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net yopmail.com "
    "ymail.com zoho.com zohomail.com".split()
)


def is_free_mail(domain: str) -> bool:
    """Return whether a registrable domain is that of a free email provider."""
    return domain in _PROVIDERS
