/** Words that people build passwords on, without the digits and signs that they put round them. */
export const COMMON_WORDS: ReadonlySet<string> = setOf(`
abc abcabc abcdef access accessgranted adgangskode admin adminadmin administrator agency alexander always amazon
america anders andrew android angel angels anthony apple april arsenal asdf asdfasdf asdfgh asdfghjkl ashley astrid
audi august autumn azerty baby babygirl banana barcelona baseball basketball batman batterystaple bayern bedrift
bergen birthday blessed blink blomst bodoglimt boss brann bruker brukernavn bullshit bursdag business butterfly byra
byttmeg canada ceo changeit changeme changemenow charlie cheese chef chelsea chocolate christmas coffee company
computer consultant contrasena conversion conversionrate cookie cookies correctbatterystaple correcthorse
correcthorsebatterystaple corvette crm customer daniel danmark datamaskin december default demo demodemo denmark
desember deutschland diamond dontknow dragon drammen eagle easypassword eksempel elizabeth elskerdeg emilie endremeg
england everton example facebook falcon familie family februar february ferie ferrari firma firmanavn fjell fjord
flower flowers football forever forgotpassword fotball france fredag freedom friday frihet fuckoff fuckyou
gameofthrones gandalf germany ginger github gitlab gjest glemtpassord god godjul godmorgen godtnyttar golden golf
goodbye goodmorning goodpassword google guest hallo halloverden handball hannah happynewyear harley harrypotter
haslo heaven heihei heisann helgen hello hellothere helloworld hemmelig hemmelighet henrik hockey hogwarts holiday
host hunter idontknow iforgot iloveyou iloveyousomuch ingenpassord ingenting ingrid instagram internet internett
iphone januar january jegelskerdeg jegheter jennifer jessica jesus jesuschrist jonas joshua jul julenisse juli july
june juni juventus kaffe kennwort killer kjaereste konsulent kontor konvertering kristian kristiansand kristoffer
kunde kunder laptop lead leads letmein letmeinnow letmeinplease lightning lillestrom linkedin lion liverpool
liverpoolfc login loginn logmein london lordag lordoftherings losenord love lovelove loveme loveyou lozinka magnus
mamma mammaogpappa manager manchester manchesterunited mandag manu march marius markedsforing marketing mars martin
master matrix matthew mercedes merrychristmas michael michelle microsoft midlertidig minecraft mittpassord molde
monday money monkey motdepasse mountain mustang mylove myname mynameis mypassword netflix newpassword nicole
nopassword norge norway nothing november nyttpassord october office oktober onsdag opensesame openup opportunity
orange oslo pappa paris parola passord passphrase passwd password passwordpassword passwort penger pepper phoenix
pikachu pipeline pizza pokemon polarlys porsche princess prinsesse privat private purple qazwsx qazwsxedc qwerty
qwertyasdf qwertyqwerty qwertyuiop qwertz rainbow ranger rapport realmadrid report robert root rosenborg salasana
sale sales salg sample samsung saturday secret secrets secure securepassword security selger september sesamsesam
shadow sikkerhet silver sjef sjokolade skatten slippmeginn soccer solveig sommer sommeren sommerferie sondag
spiderman spotify spring springtime standard startup starwars stavanger sterktpassord stromsgodset strongpassword
summer summertime sunday sunshine superhero superman supersecret superuser sverige sweden sweetheart team teamwork
temp temporary tennis tesla test tester testing testpassword testtest testuser thepassword thomas thunder thursday
tiger tirsdag topsecret torsdag tottenham toyota tromso trondelag trondheim trustme trustno trustnoone tuesday
unicorn usa user username valerenga varen velkommen vennen vetikke viking vinter vinteren volvo wachtwoord wednesday
weekend welcome welcomeback whatever william windows winter wolf yourpassword youtube zxcvbnm
`);

/** Passwords of twelve signs or more that guessing begins with. */
export const COMMON_PASSWORDS: ReadonlySet<string> = setOf(`
!qaz2wsx3edc !qaz@wsx#edc 000000000000 000111222333 012345678901 0123456789012 098765432109 098765432112
101010101010 102030405060 102030405060708090 111111111111 111222333444 111222333444555 112233445566 11223344556677
1122334455667788 112358132134 121212121212 123123123123 123123qweqwe 123321123321 123412341234 123454321234
123456123456 123456654321 1234566543210 1234567812345678 123456789012 1234567890123 12345678901234 123456789012345
1234567890123456 1234567890ab 1234567890abc 1234567890qw 1234567890qwe 123456789abc 123456789abcd 123456789asd
123456789qwe 123456789qwerty 12345678qwerty 1234567qwerty 123456abcdef 123456asdfgh 123456qwerty 12345qwert12345
12345qwertasdfg 1234abcd1234 1234qwerasdf 1234qwerasdfzxcv 123654789123 123abc456def 123asd123asd 123qwe!@#qwe
123qwe123qwe 123qweasdzxc 123qwerty123 123qwerty456 12qwaszx12qw 135791113151 147258369147 147258369258 147852369147
159357159357 159753159753 159753456852 197019711972 198019811982 199119921993 1a2b3c4d5e6f 1a2s3d4f5g6h 1q1q1q1q1q1q
1q2w3e4r5t6y 1qaz!qaz1qaz 1qaz1qaz1qaz 1qaz2wsx1qaz 1qaz2wsx3edc 1qaz@wsx3edc 1qazxsw23edc 200020012002 201920202021
202020202020 202120222023 202320242025 202420252026 202520262027 246810121416 271828182845 314159265358 314159265359
321654987321 420420420420 555555555555 666666666666 696969696969 741852963741 777777777777 789456123012 789456123789
888888888888 987654321012 987654321098 999999999999 a12345678901 a123456789012 a1234567890b a1b2c3d4e5f6
a1b2c3d4e5f6g7 a1s2d3f4g5h6 aa1122334455 aaa111bbb222 aaaa1111bbbb aaaaaa111111 aabbccddeeff abc123456789
abc1234567890 abc123abc123 abc123def456 abc123xyz789 abcabc123123 abcd12345678 abcd1234abcd abcde1234567
abcdef123456 abcdefg12345 abcdefgh1234 admin123456admin admin1234admin admin123admin123 admin@123456 adminpassword
adminpassword1 apple1234567 arsenal12345 asd123asd123 asdf1234asdf asdf1234qwer asdf;lkj1234 asdfasdf1234
asdfgh123456 asdfghjkl123 asdfghjkl1234 asdfghjkl;123 asdfjkl;1234 asdfqwer1234 asdfzxcv1234 asdqwe123456
asdzxc123456 ashley123456 barcelona123 barcelona1899 baseball1234 batman123456 bergen123456 bruker123456
brukernavn123 bursdag12345 changeme!123 changeme1234 changeme12345 charlie12345 chelsea12345 company12345
company2025! company2026! companyname123 computer1234 computer12345 correct-horse-battery-staple
correct.horse.battery.staple correct_horse_battery_staple crm123456789 daniel123456 default12345 demo12345678
demo1234demo dette-er-passordet detteermittpassord donotforget123 dontforget123 dragon123456 dragon12345678
elskerdeg123 facebook1234 familie12345 firma1234567 football1234 football12345 fotball12345 fredag123456
friday123456 getmeout1234 goodluck1234 google123456 guest1234567 hallo1234567 halloen12345 heihei123456 heihei123hei
hello1234567 hello12345678 hello123hello hello1world2 hellohello123 helloworld12 helloworld123 hemmelig1234
hemmelig12345 hunden123456 iamyourfather ihatemyjob123 ihatepasswords ilovemycat123 ilovemydog123 ilovemyfamily
ilovemyjob123 ilovemymom123 ilovemywife123 iloveyou!123 iloveyou1234 iloveyou12345 iloveyou2024 iloveyou2025
iloveyou3000 iloveyouforever ingenpassord1 internet1234 internet12345 iphone123456 januar012026 january12026
jegelskerdeg123 jennifer1234 jessica12345 justletmein1 kaffe1234567 katten123456 kattunge1234 kontor123456
kunde1234567 letitgoletitgo letmein!1234 letmein12345 letmein123456 letmeinplease1 linkedin1234 livelongandprosper
liverpool123 liverpool1234 login1234login love12345678 love123love123 lovelove1234 loveyou12345 loveyouforever
mamma1234567 mammapappa123 manchester12 manchester123 mandag123456 manutd123456 master123456 master12345678
maytheforcebewithyou michael12345 microsoft123 monday123456 monkey123456 monkey12345678 mylove123456 mynewpassword1
mypassword123 mypasswordis123 nevergonnagiveyouup newpassword12 newpassword123 nopassword123 noplacelikehome
norge1234567 norway123456 oldpassword123 openthedoor123 oslo12345678 oslo1234oslo p@ssw0rd@123 p@ssword@123
pa55w0rd1234 pa55word1234 pappa1234567 pass12345678 pass123456789 pass1234pass pass1234word pass@123pass@123
passord12345 passord123456 passord1234passord passord1passord passw0rdpassw0rd password12password password1password1
password1password2 pleaseletmein pokemon12345 princess1234 princess12345 qaz123456789 qaz123wsx456 qazqazqazqaz
qazwsx123456 qazwsxedc123 qazwsxedcrfv qazxswedcvfr quickbrownfox qwaszx123456 qwe123qwe123 qweasd123456
qweasd123qwe qweasdzxc123 qweasdzxcqwe qweqwe123123 qwer1234asdf qwer1234qwer qwer1234tyui qwert1234567
qwert12345678 qwerty098765 qwerty111111 qwerty123123 qwerty123456 qwerty1234567 qwerty12345678 qwerty123qwerty
qwerty654321 qwerty789456 qwertyasdfgh qwertyasdfzxcv qwertyu12345 qwertyui1234 qwertyuiasdf qwertyuiop12
qwertyuiop123 qwertyuiop1234 qwertyuiop90 qwertyuiop[] qwertyzxcvbn remember1234 rememberme123 root123456789
root1234root rootpassword1 rosenborg123 rosenborg1917 sales1234567 sales@123456 samsung12345 secret123456
secret12345678 selger123456 shadow123456 sjokolade123 sommer123456 sommer2025sommer sommer2026sommer
spring2024spring spring2025spring starwars1234 stavanger123 summer2024summer summer2025summer summer2026summer
sunshine1234 sunshine12345 superman1234 superman12345 temp12345678 temp1234temp temppassword1 temppassword123
test12345678 test1234test test123test123 testpassword1 testpassword123 thequickbrownfox thequickbrownfoxjumps
thisisapassword thisismypassword thisispassword tobeornottobe trondheim123 user12345678 user1234user userpassword1
velkommen123 velkommen1234 vinter123456 vinter2026vinter welcome1welcome1 welcome@1234 whatsmypassword windows10pro
windows11pro windows12345 winter2025winter winteriscoming youshallnotpass zaq12wsxcde3 zaq1xsw2cde3 zaq1zaq1zaq1
zaqxswcdevfr zxc123456789 zxcv1234asdf zxcvasdfqwer zxcvbn123456 zxcvbnm,./123 zxcvbnm12345 zxcvbnm123456
zxcvbnmasdfg
`);

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
