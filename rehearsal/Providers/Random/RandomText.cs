using System.Security.Cryptography;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Random;

/// <summary>A random text: RandomPassword or RandomString. Any change makes a new one.</summary>
/// <param name="token">The type token.</param>
/// <param name="idOf">Gives the id of a text; a password is not its own id.</param>
internal sealed class RandomText(string token, Func<string, string> idOf) : IRandomType
{
    // As the Terraform provider has them (hashicorp/random, "random_string").
    private const string Special = "!@#$%&*()-_=+[]{}<>:?";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    public static RandomText Password { get; } = new("random:index/randomPassword:RandomPassword", _ => "none");

    public static RandomText String { get; } = new("random:index/randomString:RandomString", text => text);

    public string Token => token;

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "keepers", "length", "lower", "minLower", "minNumeric", "minSpecial", "minUpper", "numeric", "overrideSpecial", "special", "upper",
    };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    public PropertyMap Defaults { get; } = PropertyMap.Of(
        ("lower", true), ("minLower", 0.0), ("minNumeric", 0.0), ("minSpecial", 0.0), ("minUpper", 0.0), ("numeric", true),
        ("special", true), ("upper", true));

    public CreatedResource Create(PropertyMap inputs)
    {
        (string Input, string Minimum, string Characters)[] classes =
        [
            ("lower", "minLower", Lower),
            ("numeric", "minNumeric", Digits),
            ("special", "minSpecial", inputs.Text("overrideSpecial") ?? Special),
            ("upper", "minUpper", Upper),
        ];
        var allowed = string.Concat(classes.Where(kind => inputs.Flag(kind.Input)).Select(kind => kind.Characters));
        var demanded = classes.SelectMany(kind => RandomNumberGenerator.GetItems<char>(kind.Characters, inputs.Number(kind.Minimum) ?? 0))
            .ToArray();
        var rest = RandomNumberGenerator.GetItems<char>(allowed, Math.Max(0, inputs.Number("length")!.Value - demanded.Length));
        char[] characters = [.. demanded, .. rest];
        RandomNumberGenerator.Shuffle(characters.AsSpan());
        var text = new string(characters);
        return new CreatedResource(idOf(text), PropertyMap.Of(("result", text)));
    }
}
