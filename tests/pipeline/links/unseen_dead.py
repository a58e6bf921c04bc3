"""Pages that are not there, in words and ways that were labelled before any rule was tried on them."""
# fmt: off

from tests.pipeline.links.behaviours import EXCERPT, HOME, OTHER, REST, TITLE, go, ok, page, row, status


def everywhere(name, outcome, body, *headers, line="200 OK", **more):
    """Add a row of a host that gives the same at every address but its front page."""
    said = ok(body, *headers, status=line)
    row(name, outcome, said, **({"made_up": said} | more))


# Error pages with 200 in further languages, as content management systems word them.
for language, title, text in (
    ("Finnish", "Sivua ei löytynyt", "Hakemaasi sivua ei ole. Se on ehkä poistettu tai siirretty."),
    ("Georgian", "გვერდი ვერ მოიძებნა", "მოთხოვნილი გვერდი არ არსებობს."),
    ("Armenian", "Էջը չի գտնվել", "Ձեր փնտրած էջը գոյություն չունի։"),
    ("Thai", "ไม่พบหน้าที่คุณต้องการ", "หน้าที่คุณร้องขอไม่มีอยู่ในระบบ"),
    ("Hindi", "पृष्ठ नहीं मिला", "आप जिस पृष्ठ को खोज रहे हैं वह मौजूद नहीं है।"),
    ("Persian", "صفحه مورد نظر یافت نشد", "صفحه‌ای که به دنبال آن هستید وجود ندارد."),
    ("Indonesian", "Halaman tidak ditemukan", "Maaf, halaman yang Anda cari tidak tersedia."),
    ("Albanian", "Faqja nuk u gjet", "Faqja që kërkuat nuk ekziston."),
    ("Mongolian", "Хуудас олдсонгүй", "Таны хайсан хуудас байхгүй байна."),
    ("Swahili", "Ukurasa haukupatikana", "Samahani, ukurasa unaotafuta haupo."),
):
    everywhere(f"missing at every address, {language}", "soft_404", page(title, text))
for language, title, text in (
    ("Danish", "Siden blev ikke fundet", "Siden, du leder efter, findes ikke længere."),
    ("Norwegian", "Fant ikke siden", "Beklager, siden finnes ikke."),
    ("Finnish", "Sivua ei löydy", "Artikkeli on poistettu."),
    ("Greek", "Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει."),
    ("Indonesian", "404", "Halaman yang Anda cari tidak ditemukan."),
    ("Bulgarian", "Страницата не е намерена", "Търсената страница не съществува."),
    ("Slovak", "Stránka nebola nájdená", "Požadovaná stránka neexistuje."),
    ("Croatian", "Stranica nije pronađena", "Tražena stranica ne postoji ili je uklonjena."),
    ("Estonian", "Lehekülge ei leitud", "Otsitud lehekülge ei ole olemas."),
    ("Lithuanian", "Puslapis nerastas", "Ieškomas puslapis neegzistuoja."),
    ("Persian", "خطای ۴۰۴", "صفحه مورد نظر شما پیدا نشد."),
    ("Georgian", "შეცდომა 404", "გვერდი ვერ მოიძებნა."),
):
    row(f"missing at this address alone, {language}", "soft_404", ok(page(title, text)))
# ... and as programs word them.
for program, title, text in (
    ("Drupal", "Page not found | Courier", 'The requested page "/news/2005/women-sold.html" could not be found.'),
    ("Joomla", "404 - Category not found", "You may not be able to visit this page because of: an out-of-date bookmark."),
    ("TYPO3", "Page Not Found", "Reason: The requested page does not exist! Segment was not a keyword for a postVarSet."),
    ("phpBB", "Information", "The requested topic does not exist."),
    ("vBulletin", "vBulletin Message", "Invalid Thread specified. If you followed a valid link, please notify us."),
    ("MediaWiki", "Women sold - Wiki", "There is currently no text in this page. You can search for this page title."),
    ("Blogger", "River Courier", "Sorry, the page you were looking for in this blog does not exist."),
    ("Tumblr", "Not found.", "There's nothing here. Whatever you were looking for doesn't currently exist at this address."),
    ("Squarespace", "River", "We couldn't find the page you were looking for. This is either because: There is an error in the URL."),
    ("Wix", "River", "This page isn't available. The link may be broken, or the page may have been removed."),
    ("ASP.NET", "The resource cannot be found.", "Server Error in '/' Application. The resource cannot be found."),
    ("a news archive", "River Courier", "The article you have requested is no longer available. It may have expired."),
    ("a video host", "Video unavailable", "This video is no longer available because the uploader has closed the account."),
    ("Bitrix", "Новости", "К сожалению, такой страницы нет. Возможно, вы ошиблись при наборе адреса."),
):
    row(f"missing as {program} says it", "soft_404", ok(page(title, text)))
row(
    "a shell that holds an error for scripts, and words for people",
    "soft_404",
    ok(page("Oops", "Oops! Page not found.", head="<script>window.x={};</script>" * 3)),
)

# Led away to where there is nothing of it.
row("led to the front page with a reason in its query", "soft_404", go("302 Found", "/?from=404"), others={"/?from=404": ok(HOME)})
row("led to home.aspx", "soft_404", go("302 Found", "/home.aspx"), others={"/home.aspx": ok(HOME)})
row("led to default.asp for every address", "soft_404", go("302 Found", "/default.asp"), others={"/default.asp": ok(HOME)}, made_up=go("302 Found", "/default.asp"))
row("led to the front page by a script", "soft_404", ok("<html><script>window.location.href='/';</script></html>"))
row("led to an error page in French", "soft_404", go("302 Found", "/page-introuvable"), others={"/page-introuvable": ok(page("Oups", "Cette page est introuvable."))})
row("led to an error page in Turkish", "soft_404", go("302 Found", "/hata.html"), others={"/hata.html": ok(page("Hata", "Aradığınız sayfa bulunamadı."))})
row("led to an error page with the path in it", "soft_404", go("302 Found", "/ErrorPages/404.aspx?aspxerrorpath=/news/2005/women-sold.html"), others={"/ErrorPages/404.aspx?aspxerrorpath=/news/2005/women-sold.html": ok(page("Sorry", "Something is not right."))})
row("led to a search that finds nothing", "soft_404", go("302 Found", "/search?q=women-sold"), others={"/search?q=women-sold": ok(page("Search", "Your search for women-sold returned 0 results. No results found."))})
row("the front page in its place, which its canonical address says", "soft_404", ok(HOME.replace("<head>", "<head><link rel=canonical href='/'>")))
row("led to 404 after two hops", "gone", go("301 Moved", "/a"), others={"/a": go("302 Found", "/b"), "/b": status("404 Not Found")})
row("410 without a body", "gone", ("410 Gone", (), ""))
row("404 as JSON", "gone", ("404 Not Found", ("Content-Type: application/json",), '{"error":"not found"}'))
row("404 in a page with the newest articles", "gone", status("404 Not Found", page("Not found", OTHER, REST, OTHER)))

# Parked, for sale, taken over.
for style, body in {
    "may be for sale": page("courier.example", "The domain courier.example may be for sale by its owner!"),
    "parked free": page("courier.example", "This Web page is parked FREE, courtesy of a registrar."),
    "a price": page("courier.example", "courier.example is for sale! $2,495. Buy now, or pay in 12 monthly payments."),
    "lease to own": page("courier.example", "The domain name courier.example is for sale. Lease to own, or make an offer."),
    "newly registered": page("courier.example", "This domain has recently been registered. Is this your domain? Add hosting."),
    "Dutch": page("courier.example", "Dit domein is te koop. Doe een bod."),
    "Polish": page("courier.example", "Domena courier.example jest na sprzedaż. Kup tę domenę."),
    "Italian": page("courier.example", "Questo dominio è in vendita. Fai un'offerta."),
    "Turkish": page("courier.example", "Bu alan adı satılıktır. Teklif verin."),
    "Chinese": page("courier.example", "该域名正在出售，欢迎联系购买此域名。"),
    "Japanese": page("courier.example", "このドメインは売り出し中です。"),
    "Russian": page("courier.example", "Домен courier.example припаркован. Домен продаётся."),
    "Portuguese": page("courier.example", "Este domínio está à venda."),
}.items():
    everywhere(f"parked, {style}", "soft_404", body, front=ok(body))
row("another site about games of chance", "changed", ok(page("Slot gacor", "Daftar situs slot online terpercaya. " * 30, OTHER)), front=ok(page("Slot gacor", "Situs slot. " * 60)))
row("a default page of the server everywhere", "unknown", ok(page("Welcome to nginx!", "If you see this page, the web server is installed.")), made_up=ok(page("Welcome to nginx!", "If you see this page, the web server is installed.")), front=ok(page("Welcome to nginx!", "If you see this page, the web server is installed.")))

# Who asks for a name or for money.
everywhere("login, a social network", "paywalled", page("Log in", "You must log in to continue.<form><input name=e><input type=password></form>"))
row("login, a wall for members", "paywalled", go("302 Found", "/authwall?to=x"), others={"/authwall?to=x": ok(page("Sign up", "Join to see this page. Already a member? Sign in.<form><input type=password></form>"))})
row("login, a library's proxy", "paywalled", ok(page("Library login", "Please enter your library card number and PIN to continue.<form><input name=c><input type=password name=p></form>")))
row("login, a forum", "paywalled", ok(page("Board", "You must be a registered member to view this topic. Log in or register.")))
everywhere("login, Chinese", "paywalled", page("提示信息", "您需要登录后才能继续本操作。<form><input type=password></form>"))
everywhere("login, Portuguese", "paywalled", page("Entrar", "Faça login para continuar.<form><input type=password></form>"))
everywhere("login, Japanese", "paywalled", page("ログイン", "続けるにはログインしてください。<form><input type=password></form>"))
for language, said in {
    "German": "Weiterlesen mit unserem Plus-Abo. Dieser Artikel ist nur für Abonnenten.",
    "Swedish": "Den här artikeln är låst för prenumeranter. Bli prenumerant för att läsa vidare.",
    "Norwegian": "Denne artikkelen er for abonnenter. Kjøp abonnement for å lese videre.",
    "Dutch": "Dit artikel is alleen voor abonnees. Neem een abonnement om verder te lezen.",
    "Portuguese": "Conteúdo exclusivo para assinantes. Assine para continuar lendo.",
    "Japanese": "この記事は有料会員限定です。残り1200文字。",
    "a meter": "You have reached your limit of free articles this month. Subscribe to keep reading.",
    "a day pass": "To read the full story, subscribe or buy a day pass.",
}.items():
    row(f"for subscribers, {language}", "paywalled", ok(page(TITLE, EXCERPT[:70] + "…", said)))
row("402 in JSON", "paywalled", ("402 Payment Required", ("Content-Type: application/json",), '{"price": 1}'))
