"""A second set that was labelled before any rule was tried on it, when the rules knew the first one."""
# fmt: off

from tests.pipeline.links.behaviours import (
    ARTICLE,
    EXCERPT,
    HOME,
    OTHER,
    REST,
    SECOND,
    TITLE,
    go,
    ok,
    page,
    row,
    status,
)

BEYOND = {
    "Ukrainian news", "Czech news", "Polish press", "UN document server", "DSpace", "news agency", "blog network",
}
"""Told as changed: what they say is in no list of words, and the host is honest elsewhere."""


def ev(name, outcome, body):
    """Add a row of a host that gives the same page at every address."""
    row(name, outcome, ok(body), made_up=ok(body), front=ok(body))


# soft 404
for n,(t,x) in {
 "Macedonian":("Грешка","Страницата што ја барате не постои."),
 "Slovene":("Napaka 404","Strani, ki jo iščete, ni mogoče najti."),
 "Icelandic":("Síða fannst ekki","Síðan sem þú leitar að er ekki til."),
 "Kazakh":("Қате","Сіз іздеген бет табылмады."),
 "Urdu":("صفحہ نہیں ملا","آپ جو صفحہ تلاش کر رہے ہیں وہ موجود نہیں۔"),
 "Catalan":("Pàgina no trobada","La pàgina que cerqueu no existeix."),
 "Khmer":("រកមិនឃើញទំព័រ","ទំព័រដែលអ្នកស្វែងរកមិនមានទេ។"),
 "Tamil":("பக்கம் கிடைக்கவில்லை","நீங்கள் தேடும் பக்கம் இல்லை."),
}.items():
    row(f"missing everywhere, {n}","soft_404",ok(page(t,x)),made_up=ok(page(t,x)))
for n,(t,x) in {
 "Ukrainian news":("Помилка","Матеріал, який ви шукаєте, видалено або переміщено."),
 "Czech news":("Chyba","Článek, který hledáte, již není k dispozici."),
 "German press":("Fehler","Der gewünschte Beitrag ist leider nicht mehr online."),
 "French press":("Oups","Cet article n'est plus accessible sur notre site."),
 "Spanish press":("Error","La noticia solicitada ya no se encuentra en nuestro servidor."),
 "Portuguese press":("Ops","A matéria que você tentou acessar foi retirada do ar."),
 "Italian press":("Errore","L'articolo richiesto non è più disponibile."),
 "Polish press":("Błąd","Artykuł, którego szukasz, został usunięty."),
 "Romanian press":("Eroare","Articolul solicitat nu mai este disponibil."),
 "Turkish press":("Hata","Aradığınız haber yayından kaldırılmıştır."),
 "Chinese press":("提示","您访问的文章已被作者删除。"),
 "Japanese press":("お知らせ","この記事の掲載期間は終了しました。"),
 "UN document server":("Document not available","There is no document matching your request on this server."),
 "Plone":("This page does not seem to exist…","We apologize for the inconvenience, but the page you were trying to access is not at this address."),
 "DSpace":("Invalid Identifier","The identifier does not correspond to a valid item in this repository."),
 "news agency":("Story unavailable","Stories are kept on this site for 30 days. The story you want has left our archive."),
 "blog network":("Blog deleted","The authors have deleted this site."),
 "forum":("Error","The thread you are trying to view has been deleted by a moderator."),
 "Domino":("Error 404","HTTP Web Server: Lotus Notes Exception - Entry not found in index"),
 "ColdFusion":("Record not found","No record was found for id 4412."),
}.items():
    row(f"missing here alone, {n}", "soft_404", ok(page(t, x)), beyond=n in BEYOND)
row("led to default page index.html?lang","soft_404",go("302 Found","/index.html?lang=en"),others={"/index.html?lang=en":ok(HOME)})
row("led to /en/","soft_404",go("301 Moved","/en/"),others={"/en/":ok(HOME)},made_up=go("301 Moved","/en/"))
row("led to sitemap","soft_404",go("302 Found","/sitemap"),others={"/sitemap":ok(page("Site map",OTHER))},made_up=go("302 Found","/sitemap"))
row("led to oops","soft_404",go("302 Found","/oops"),others={"/oops":ok(page("Sorry","We looked everywhere."))})
row("led to fehlerseite","soft_404",go("302 Found","/fehlerseite.html"),others={"/fehlerseite.html":ok(page("Fehler","Diese Seite wurde nicht gefunden."))})
# parked
for n,b in {
 "Swedish":page("x","Domänen är till salu. Lägg ett bud."),
 "Czech":page("x","Tato doména je na prodej."),
 "Hungarian":page("x","Ez a domain eladó."),
 "Arabic":page("x","هذا النطاق معروض للبيع"),
 "Korean":page("x","이 도메인은 판매 중입니다."),
 "premium":page("courier.example","Premium name. courier.example is available for purchase. Get a price in less than 24 hours."),
 "links":page("courier.example","Related searches: Cheap flights. Credit cards. Privacy policy."),
 "expired":page("Notice","This domain name expired on 03/04/2019 and is pending renewal or deletion."),
}.items():
    ev(f"parked {n}","soft_404",b)
row("hijacked: casino at this address, site alive","changed",ok(page("Best casino","Play now and win. "*20,OTHER)))
# login/pay
ev("login Korean","paywalled",page("로그인","로그인이 필요한 서비스입니다.<form><input type=password></form>"))
ev("login Arabic","paywalled",page("دخول","يرجى تسجيل الدخول للمتابعة.<form><input type=password></form>"))
row("login by redirect to idp","paywalled",go("302 Found","/idp/profile/SAML2/Redirect/SSO"),others={"/idp/profile/SAML2/Redirect/SSO":ok(page("University sign-in","Username<input name=u>Password<input type=password name=p>"))})
row("401 basic","blocked",status("401 Unauthorized",page("401","Authorization required."),'WWW-Authenticate: Basic realm="x"'))
for n,x in {
 "Danish":"Resten af artiklen er kun for abonnenter. Køb abonnement.",
 "Finnish":"Tämä sisältö on vain tilaajille. Tilaa lehti.",
 "Czech":"Tento článek je jen pro předplatitele.",
 "Greek":"Το άρθρο είναι διαθέσιμο μόνο για συνδρομητές.",
 "Russian":"Полный текст доступен только подписчикам.",
 "English journal":"Get access to the full version of this article. Buy article PDF for 39.95.",
 "English local":"This is a premium story. Become a member to keep reading.",
}.items():
    row(f"paywall {n}","paywalled",ok(page(TITLE,EXCERPT[:60]+"...",x)))
# consent
row("consent German", "unknown", beyond=True, asked=ok(page("River Courier","Mit Werbung und Cookies weiterlesen: Alle akzeptieren, oder im Abo ohne Werbung lesen.")))
row("consent Polish","unknown",ok(page("Prywatność","Używamy plików cookies. Akceptuję i przechodzę do serwisu.")))
row("consent host address","unknown",go("302 Found","/cookiewall/?next=x"),others={"/cookiewall/?next=x":ok(page("Privacy","Choose what you allow."))})
row("age","unknown",ok(page("Age check","Are you over 18? Yes. No.")))
# robots
for n,b in {
 "Akamai edge":status("200 OK",page("Challenge Validation","",head="<script src='/akam/13/x'></script><script>var bm='sec-if-cpt';</script>")),
 "Kasada":status("429 Too Many Requests","<html><body><script src='/149e9513/x/ips.js?KP_UIDz=1'></script></body></html>"),
 "robot in Polish":ok(page("Weryfikacja","Potwierdź, że nie jesteś robotem.")),
 "robot in Turkish":ok(page("Doğrulama","Lütfen robot olmadığınızı doğrulayın.")),
 "robot in Arabic":ok(page("تحقق","يرجى التحقق من أنك لست روبوتًا.")),
 "robot in Italian":ok(page("Verifica","Conferma di essere umano.")),
 "robot in Dutch":ok(page("Controle","Bevestig dat u een mens bent.")),
 "ip ban":ok(page("Banned","Your IP address has been banned from this site.")),
 "bad bots":status("403 Forbidden",page("Forbidden","Bots are not welcome here.")),
 "cloud cookies":ok(page("Please wait","Please enable cookies and reload the page. Ray ID: 1a2b3c.")),
 "hotlink":status("403 Forbidden","<h1>Forbidden</h1>"),
}.items():
    row(f"robot {n}","blocked",b,made_up=b,front=b)
ev("geo French","blocked",page("x","Cette vidéo n'est pas disponible dans votre pays."))
ev("geo Japanese","blocked",page("x","お住まいの地域ではご利用いただけません。"))
ev("geo law Spanish","blocked",page("x","Acceso bloqueado por orden judicial."))
# broken
for n,x in {
 "Spanish":"Estamos realizando tareas de mantenimiento. Disculpe las molestias.",
 "Swedish":"Sidan är nere för underhåll.",
 "Turkish":"Sitemiz bakım çalışması nedeniyle kapalıdır.",
 "Ukrainian":"Сайт тимчасово не працює. Ведуться технічні роботи.",
 "php":"Parse error: syntax error, unexpected end of file in /home/x/public_html/index.php on line 12",
 "django":"OperationalError at / could not connect to server: Connection refused",
 "suspended":"This account has been suspended. Contact your hosting provider.",
 "wp":"There has been a critical error on this website.",
 "quota":"This site has exceeded its quota and is not available until next month.",
}.items():
    ev(f"broken {n}","unreachable",page("x",x))
row("503 once then 404 twice","gone",[status("503 Service Unavailable","","Retry-After: 0"),status("404 Not Found"),status("404 Not Found")])
row("404 then 500 then 404","unknown",[status("404 Not Found"),status("500 Internal Server Error"),status("404 Not Found"),status("404 Not Found")])
row("410 to robots only with 403 then","blocked",status("403 Forbidden",page("Gone?","Not for robots.")))
# shells
ev("vue shell","unknown","<html><head><title>Courier</title></head><body><div id=app></div><script src=/js/app.js></script></body></html>")
ev("meta only","unknown","<html><head><title>Courier</title><meta name=description content=x></head><body></body></html>")
ev("flash","unknown","<html><body><object data=site.swf></object><script src=swf.js></script></body></html>")
# alive
row("alive tiny page with title","read",ok(page(TITLE,"See the printed edition.")),excerpts=())
row("alive cookies banner over short article","read",ok(page(TITLE,"We use cookies. Accept.",EXCERPT,SECOND)))
row("alive article on a law article that no longer exists","read",ok(page(TITLE,EXCERPT,"The article of the law does not exist any more.",SECOND)))
row("alive no excerpt notice page","read",ok(page("Domain names for sale: how brands are sold","A talk on how a domain is put up for sale.",REST,REST,OTHER)),title="Domain names for sale: how brands are sold",excerpts=())
row("changed short: page says link was removed","changed",ok(page(TITLE,"The photograph was removed at the family's wish. The rest of this report was rewritten in 2010 and says less than it did before.",OTHER)))
row("changed to a shop","changed",ok(page("Boots and hats","Fine boots for sale in all sizes. Visit our shop. "*8)))
row("changed: article in French now","changed",ok(page("Des femmes vendues","La police a dit que des femmes ont été emmenées à l'étranger depuis le printemps. "*6)))
row("changed: domain talk","changed",ok(page("Public domain","The picture is in the public domain. Prints are for sale at the desk.",OTHER)))
row("moved http chain with cookies","moved",go("302 Found","/x","Set-Cookie: a=b"),others={"/x":go("302 Found","/y"),"/y":ok(ARTICLE)},to="/y")
row("read through error status 410 with article","read",ok(ARTICLE,status="410 Gone"))
row("read gzip double","read",ok(ARTICLE,"X-Odd: 1"))
row("read with BOM","read",ok("\ufeff"+ARTICLE))
row("read with comments in html","read",ok(ARTICLE.replace("<h1>","<!-- 404 page not found --><h1>")))
row("read with hidden error div","read",ok(ARTICLE.replace("<h1>","<div style='display:none'>Page not found</div><h1>")))
