using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>The ARN of something that a principal sends to. </summary>
/// <param name="word">Its word in the files of the tasks.</param>
/// <param name="action">The action that sends.</param>
/// <param name="verb">What the action does, for the picture of a proof.</param>
internal abstract class ArnKind(string word, string action, string verb) : ParameterKind
{
    public override string Word => word;

    public override string Pattern => $"arn:{Plain}*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new(word) { Strangers = (value, _) => Nearest.OfArn(value) }];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == action ? new($"{Word} {request.On.Split(':')[^1]}", verb) : null;
}
